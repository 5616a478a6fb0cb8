// Takes a document out of the record: what goes is said first, and why can be said.
import { useRef, useState } from 'react';
import { leavingWith } from '../../../src/record/review/leaving.ts';
import type { DocumentView } from '../../../src/service/contract.ts';
import { countWords } from '../data/words.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import { useDeciding } from '../review/decide.ts';
import { Sheet } from '../shell/sheet.tsx';

export function TakeOut({ document }: { readonly document: DocumentView }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!mayReview(session)) return null;
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  return (
    <section className="take-out" aria-label="Take this document out of the record">
      <button type="button" className="button-quiet" aria-expanded={open} ref={button} onClick={() => setOpen(!open)}>
        Take out of the record …
      </button>
      {open && <TakeOutForm document={document} onLeave={close} />}
    </section>
  );
}

interface FormProps {
  readonly document: DocumentView;
  readonly onLeave: () => void;
}

function TakeOutForm({ document, onLeave }: FormProps) {
  const { decide, fault, busy } = useDeciding();
  const [note, setNote] = useState('');
  const why = note.trim();
  return (
    <Sheet
      label="Take this document out of the record"
      save="Take it out"
      ready
      busy={busy}
      onSave={() => void decide({ what: 'take-out', document: document.id, ...(why ? { note: why } : {}) })}
      onLeave={onLeave}
    >
      <p>{goesWords(document)} It stays out when its file is read again, and can be put back as it is now.</p>
      <p className="field">
        <label htmlFor="take-out-note">Why, for whoever looks at this later</label>
        <input
          id="take-out-note"
          type="text"
          autoComplete="off"
          placeholder="the wrong file, a private paper …"
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </p>
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </Sheet>
  );
}

function goesWords(document: DocumentView): string {
  const { items, staying } = leavingWith(document);
  if (items === 0) return 'The text leaves the record; nothing was read in it.';
  const all = `The text leaves the record, and ${countWords(items, 'item')} with it.`;
  if (staying === 0) return all;
  return staying === 1
    ? `${all} One of them stays, since another document tells it, too.`
    : `${all} ${staying.toLocaleString('en')} of them stay, since other documents tell them, too.`;
}
