// Adds an item that the program missed: from words selected in the text, or found in it.
import { type RefObject, useEffect, useRef, useState } from 'react';
import { ITEM_KINDS } from '../../../src/model/items.ts';
import type { DocumentView, ItemKind } from '../../../src/service/contract.ts';
import { useChange } from '../data/address.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import { useDeciding } from '../review/decide.ts';
import { FieldSet } from '../review/field-set.tsx';
import { allOf, missingIn, noValues } from '../review/fields.ts';
import { Sheet } from '../shell/sheet.tsx';
import { type Selected, selectedIn } from './selection.ts';
import '../styles/review.css';

const KINDS: Readonly<Record<ItemKind, string>> = {
  event: 'an event',
  statement: 'a statement',
  meeting: 'a meeting',
  development: 'a development of an agreement',
  obligation: 'an obligation',
  activity: 'an activity',
  position: 'a position',
};

/** Kinds that the text has marks for. */
const MARKED: ReadonlySet<ItemKind> = new Set(['statement', 'event']);

interface Added {
  readonly kind: ItemKind;
  /** Id of the entry in the journal. */
  readonly entry: string;
}

interface Props {
  readonly document: DocumentView;
  readonly body: RefObject<HTMLElement | null>;
}

export function AddItem({ document, body }: Props) {
  const session = useSession();
  const [selected, setSelected] = useState<Selected | null>(null);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { undo, fault, busy } = useDeciding();
  /** What was added just now, with its entry of the journal; null for nothing. */
  const [added, setAdded] = useState<Added | null>(null);
  useEffect(() => {
    const look = () => {
      const now = body.current && selectedIn(body.current);
      if (now) setSelected(now);
    };
    globalThis.document.addEventListener('selectionchange', look);
    return () => globalThis.document.removeEventListener('selectionchange', look);
  }, [body]);
  if (!mayReview(session)) return null;
  const close = () => {
    button.current?.focus();
    setOpen(false);
  };
  return (
    <div className="add-item">
      <button type="button" className="button" aria-expanded={open} ref={button} onClick={() => setOpen(!open)}>
        {selected && !open ? `Add an item from “${short(selected.words)}”` : 'Add an item that was missed'}
      </button>
      {open && (
        <AddForm
          document={document}
          selected={selected}
          onDone={(now) => {
            close();
            setSelected(null);
            setAdded(now);
          }}
          onLeave={close}
        />
      )}
      <p role="status" className="label">
        {added && !open && (
          <>
            {MARKED.has(added.kind)
              ? 'Added, and marked in the text.'
              : 'Added to the record; the text has marks for statements and events alone.'}{' '}
            <button
              type="button"
              className="button-quiet"
              aria-disabled={busy}
              onClick={() => busy || void undo(added.entry).then((done) => done && setAdded(null))}
            >
              take it back
            </button>
          </>
        )}
      </p>
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}

type Span = readonly [number, number];

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 38)} …` : words);

interface FormProps {
  readonly document: DocumentView;
  readonly selected: Selected | null;
  readonly onDone: (added: Added) => void;
  readonly onLeave: () => void;
}

function AddForm({ document, selected, onDone, onLeave }: FormProps) {
  const { decide, fault, busy } = useDeciding();
  const change = useChange();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<ItemKind>('event');
  const [values, setValues] = useState(noValues(kind));
  const found = typed.trim() === '' ? -1 : document.text.indexOf(typed.trim());
  const [named, setNamed] = useState('');
  /** The word that names an event; all the words where none is told apart. */
  const triggerIn = (within: Span): Span => {
    const at = named.trim() === '' ? -1 : document.text.slice(...within).indexOf(named.trim());
    return at === -1 ? within : [within[0] + at, within[0] + at + named.trim().length];
  };
  const span: Span | null | undefined =
    typed.trim() !== '' ? (found === -1 ? null : [found, found + typed.trim().length]) : selected?.span;
  /** Without these it would be no item: the button says nothing of why it waits. */
  const missing = [...(span ? [] : ['the words that tell it']), ...missingIn(kind, values)];
  const send = async () => {
    if (!span) return;
    const own = kind === 'statement' ? { content: [span] } : kind === 'event' ? { trigger: triggerIn(span) } : {};
    const fields = { ...allOf(kind, values), ...own };
    const entry = await decide({ what: 'add', kind, document: document.id, evidence: span, fields });
    if (!entry) return;
    change({ marks: null });
    onDone({ kind, entry: entry.id });
  };
  return (
    <Sheet
      label="Add an item that was missed"
      save="Add it to the record"
      ready={Boolean(span) && missing.length === 0}
      busy={busy}
      onSave={() => void send()}
      onLeave={onLeave}
    >
      <p className="field">
        <label htmlFor="add-words">The words that tell it: select them in the text, or write them as they stand</label>
        <textarea
          id="add-words"
          rows={2}
          placeholder={selected?.words ?? ''}
          value={typed}
          aria-invalid={typed.trim() !== '' && found === -1}
          onChange={(change) => setTyped(change.target.value)}
        />
        {typed.trim() !== '' && found === -1 && <span className="fault">These words do not stand in the text.</span>}
      </p>
      <p className="field">
        <label htmlFor="add-kind">It is</label>
        <select
          id="add-kind"
          value={kind}
          onChange={(choice) => {
            const next = choice.target.value as ItemKind;
            setKind(next);
            setValues(noValues(next));
          }}
        >
          {ITEM_KINDS.map((value) => (
            <option key={value} value={value}>
              {KINDS[value]}
            </option>
          ))}
        </select>
      </p>
      {kind === 'event' && (
        <p className="field">
          <label htmlFor="add-trigger">The word of them that names the event, such as “met”</label>
          <input id="add-trigger" type="text" value={named} onChange={(change) => setNamed(change.target.value)} />
        </p>
      )}
      <FieldSet kind={kind} values={values} onChange={setValues} />
      {missing.length > 0 && <p className="label">Still to be given: {missing.join(', ')}.</p>}
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </Sheet>
  );
}
