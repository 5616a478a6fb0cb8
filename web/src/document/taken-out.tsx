// Documents that were taken out of the record: the list of them, the way to it, and what stands at the address of one.
import { type ReactNode, useState } from 'react';
import type { TakenOut } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { countWords, dateWords, momentWords } from '../data/words.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import { useDeciding } from '../review/decide.ts';
import { Link } from '../shell/link.tsx';
import { Answer, Notice, Waiting } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';

export const takenOutAsked = ['/api/review/taken-out', {}] as const;

/** Leads to what was taken out, where there is any and one may see it. */
export function TakenOutLine() {
  const session = useSession();
  const answer = useAnswer(takenOutAsked[0], mayReview(session) ? takenOutAsked[1] : null);
  if (answer.state !== 'there' || answer.value.length === 0) return null;
  return (
    <p className="label taken-out-line">
      <Link page="documents" query={{ view: 'taken-out' }}>
        {countWords(answer.value.length, 'document')} taken out of the record
      </Link>
    </p>
  );
}

export function TakenOutList() {
  const answer = useAnswer(...takenOutAsked);
  return (
    <Page
      title="Taken out of the record"
      lead="Nothing of these counts anywhere, and they stay out when their files are read again."
      actions={
        <Link page="documents" className="button">
          All documents
        </Link>
      }
    >
      <Answer of={answer} lines={6}>
        {(all) =>
          all.length === 0 ? (
            <Notice title="Nothing is taken out.">
              A document’s own page has “Take out of the record”, for what does not belong there.
            </Notice>
          ) : (
            <ol className="library">
              {all.map((out) => (
                <li key={out.entry.id}>
                  <Link page="documents" id={out.document.id}>
                    {nameOf(out)}
                  </Link>
                  <span className="label">{headWords(out)}</span>
                  <Taking out={out} />
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </Page>
  );
}

interface PlaceProps {
  readonly id: string;
  /** What stands here where it was not taken out, or one may not know. */
  readonly children: ReactNode;
}

/** What stands at the address of a document that the record does not have. */
export function TakenOutPlace({ id, children }: PlaceProps) {
  const session = useSession();
  const answer = useAnswer(takenOutAsked[0], mayReview(session) ? takenOutAsked[1] : null);
  const [back, setBack] = useState(false);
  const waiting = (
    <div className="page">
      <Waiting lines={8} />
    </div>
  );
  if (!mayReview(session)) return children;
  if (answer.state === 'loading') return waiting;
  const out = answer.state === 'there' ? answer.value.find(({ document }) => document.id === id) : undefined;
  // It is in the record again, and on its way here.
  if (!out) return back ? waiting : children;
  return (
    <Page title={nameOf(out)} className="page-reader" lead={headWords(out)}>
      <div className="notice taken-out" role="status">
        <p className="notice-title">This document is taken out of the record.</p>
        <p>
          Nothing of it counts anywhere, and it stays out when its file is read again.
          {out.items === null &&
            ' It was never in this record: put back, it comes in with the next reading of its file.'}
        </p>
        <Taking out={out} onBack={() => setBack(out.items !== null)} />
      </div>
      <p>
        <Link page="documents" query={{ view: 'taken-out' }}>
          All that was taken out
        </Link>
      </p>
    </Page>
  );
}

/** Who took it out, when and why, and the way back. */
function Taking({ out: { entry }, onBack }: { readonly out: TakenOut; readonly onBack?: () => void }) {
  const { undo, fault, busy } = useDeciding();
  const { id, who, when, note } = entry;
  return (
    <div className="taking">
      <p>
        Taken out by {who} <span className="label">{momentWords(when)}</span> {note && <q>{note}</q>}
      </p>
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      <button
        type="button"
        className="button"
        aria-disabled={busy}
        onClick={() => busy || void undo(id).then((done) => done && onBack?.())}
      >
        Put it back
      </button>
    </div>
  );
}

const nameOf = ({ document }: TakenOut): string => document.title ?? document.id;

const headWords = ({ document, items }: TakenOut): string =>
  [document.publisher, items !== null && dateWords(document.published), items !== null && countWords(items, 'item')]
    .filter(Boolean)
    .join(' · ');
