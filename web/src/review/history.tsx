// Who decided what about one thing, and the way to take each decision back.
import type { HistoryEntry } from '../../../src/service/contract.ts';
import { momentWords } from '../data/words.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import type { Deciding } from './decide.ts';
import { fieldWords } from './fields.ts';
import { stepsOf } from './steps.ts';

interface Props {
  readonly entries: readonly HistoryEntry[];
  readonly deciding: Deciding;
}

export function History({ entries, deciding: { undo, busy } }: Props) {
  const session = useSession();
  return (
    <ol className="history" aria-label="Decisions">
      {stepsOf(entries).map(({ entry, words, holds, offer }) => {
        const { id, who, when, what, note, fields } = entry;
        return (
          <li key={id} className={holds ? undefined : 'struck'}>
            <strong>{words}</strong>
            {what === 'corrected' && ` “${fieldWords(Object.keys(fields)).join('”, “')}”`} by {who}{' '}
            <span className="label">{momentWords(when)}</span> {note && <q>{note}</q>}{' '}
            {offer && mayReview(session) && (
              <button type="button" className="button-quiet" aria-disabled={busy} onClick={() => busy || void undo(id)}>
                {offer}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
