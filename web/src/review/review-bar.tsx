// What a person can decide about an item, and who decided what before.
import { useEffect, useRef, useState } from 'react';
import type { AnyView } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import { Answer } from '../shell/notice.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { type Deciding, useDeciding } from './decide.ts';
import { FieldSet } from './field-set.tsx';
import { changesIn, valuesOf } from './fields.ts';
import { History } from './history.tsx';
import { Kin } from './kin.tsx';

/** Sent by the keys of the review page to the item that is open. */
export const REVIEW_KEY = 'rapporteur-review-key';

export function ReviewBar({ item }: { readonly item: AnyView }) {
  const session = useSession();
  const deciding = useDeciding();
  const [open, setOpen] = useState<'correct' | 'note' | null>(null);
  const buttons = { correct: useRef<HTMLButtonElement>(null), note: useRef<HTMLButtonElement>(null) };
  const { decide, fault, busy } = deciding;
  const close = () => {
    if (open) buttons[open].current?.focus();
    setOpen(null);
  };
  useEffect(() => {
    const press = (event: Event) => {
      const key = (event as CustomEvent<string>).detail;
      if (key === 'c') setOpen('correct');
      if (key === 'n') setOpen('note');
    };
    addEventListener(REVIEW_KEY, press);
    return () => removeEventListener(REVIEW_KEY, press);
  }, []);
  const documents = [...new Map(item.evidence.map(({ document }) => [document.id, document])).values()];
  return (
    <section className="review-bar" aria-label="Review">
      {mayReview(session) && (
        <p className="review-buttons">
          <button
            type="button"
            className="button"
            // Disabled it would lose the focus of who pressed it.
            aria-disabled={busy}
            aria-pressed={item.review === 'accepted'}
            onClick={() => busy || void decide({ what: 'accept', item: item.id })}
          >
            Accept
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={busy}
            aria-pressed={item.review === 'rejected'}
            onClick={() => busy || void decide({ what: 'reject', item: item.id })}
          >
            Reject
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={open === 'correct'}
            ref={buttons.correct}
            onClick={() => setOpen(open === 'correct' ? null : 'correct')}
          >
            Correct …
          </button>
          <button
            type="button"
            className="button"
            aria-expanded={open === 'note'}
            ref={buttons.note}
            onClick={() => setOpen(open === 'note' ? null : 'note')}
          >
            Note …
          </button>
        </p>
      )}
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      {open === 'correct' && <CorrectForm key={item.id} item={item} deciding={deciding} onDone={close} />}
      {open === 'note' && <NoteForm item={item} deciding={deciding} onDone={close} />}
      {mayReview(session) && documents.length > 1 && (
        <details className="split">
          <summary>Not the same? Take a telling out</summary>
          <ul>
            {documents.map((document) => (
              <li key={document.id}>
                {document.title ?? document.id}{' '}
                <button
                  type="button"
                  className="button-quiet"
                  onClick={() => void decide({ what: 'split', item: item.id, documents: [document.id] })}
                >
                  tells of another
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <ItemHistory id={item.id} deciding={deciding} />
    </section>
  );
}

interface FormProps {
  readonly item: AnyView;
  readonly deciding: Deciding;
  readonly onDone: () => void;
}

function CorrectForm({ item, deciding: { decide, busy }, onDone }: FormProps) {
  const before = valuesOf(item);
  const [values, setValues] = useState(before);
  const fields = changesIn(item.kind, before, values);
  return (
    <Sheet
      label="Correct what was read"
      save="Save the correction"
      ready={Object.keys(fields).length > 0}
      busy={busy}
      onSave={() => void decide({ what: 'correct', item: item.id, fields }).then((entry) => entry && onDone())}
      onLeave={onDone}
    >
      <FieldSet kind={item.kind} values={values} onChange={setValues} />
    </Sheet>
  );
}

function NoteForm({ item, deciding: { decide, busy }, onDone }: FormProps) {
  const [note, setNote] = useState('');
  return (
    <Sheet
      label="A note on the item"
      save="Keep the note"
      ready={note.trim() !== ''}
      busy={busy}
      onSave={() => void decide({ what: 'note', on: item.id, note }).then((entry) => entry && onDone())}
      onLeave={onDone}
    >
      <p className="field">
        <label htmlFor="review-note">Note for whoever looks at this later</label>
        <textarea id="review-note" rows={3} value={note} onChange={(typed) => setNote(typed.target.value)} />
      </p>
    </Sheet>
  );
}

function ItemHistory({ id, deciding }: { readonly id: string; readonly deciding: Deciding }) {
  const answer = useAnswer('/api/review/history/:id', { id });
  if (answer.state !== 'there') return null;
  return (
    <Answer of={answer}>
      {(history) => (
        <>
          <Kin history={history} />
          {history.entries.length > 0 && <History entries={history.entries} deciding={deciding} />}
        </>
      )}
    </Answer>
  );
}
