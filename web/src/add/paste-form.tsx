// A text that is pasted with what is known of it, or an address.
import { useId, useState } from 'react';
import { parseDate } from '../../../src/model/written-date.ts';
import { useRemembered } from '../data/remembered.ts';
import { HOW_TO_WRITE_DATES } from '../data/words.ts';

interface Draft {
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly address: string;
}

const NOTHING: Draft = { text: '', title: '', publisher: '', published: '', address: '' };

interface Props {
  /** Answers whether it was taken. */
  readonly onSend: (body: Readonly<Record<string, string>>) => Promise<boolean>;
}

export function PasteForm({ onSend }: Props) {
  // Kept until it is read: closing the page by mistake loses nothing.
  const [draft, setDraft] = useRemembered<Draft>('draft', NOTHING);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const published = parseDate(draft.published);
  const send = async (form: HTMLFormElement, body: Readonly<Record<string, string>>, after: Partial<Draft>) => {
    if (busy) return;
    setBusy(true);
    if (await onSend(body)) {
      // The button cannot be pressed again before something is written.
      if (form.contains(document.activeElement)) form.querySelector<HTMLElement>('textarea, input')?.focus();
      setDraft({ ...draft, ...after });
    }
    setBusy(false);
  };
  return (
    <>
      <form
        className="paste"
        onSubmit={(submit) => {
          submit.preventDefault();
          const { text, title, publisher } = draft;
          const facts = { title: title.trim(), publisher: publisher.trim(), published: published ?? '' };
          const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''));
          void send(submit.currentTarget, { text, ...given }, { text: '', title: '', publisher: '', published: '' });
        }}
      >
        <Field label="Or paste a text" value={draft.text} onChange={(text) => set({ text })} long />
        <div className="paste-facts">
          <Field label="Title" value={draft.title} onChange={(title) => set({ title })} />
          <Field label="Publisher" value={draft.publisher} onChange={(publisher) => set({ publisher })} />
          <Field
            label="Published"
            value={draft.published}
            onChange={(date) => set({ published: date })}
            hint="e.g. 23 Oct 2013"
            wrong={published === null ? HOW_TO_WRITE_DATES : null}
          />
        </div>
        <button type="submit" className="button button-main" disabled={!draft.text.trim() || published === null}>
          Read this text
        </button>
      </form>
      <form
        className="paste"
        onSubmit={(submit) => {
          submit.preventDefault();
          void send(submit.currentTarget, { address: draft.address.trim() }, { address: '' });
        }}
      >
        <Field
          label="Or give the address of a page"
          value={draft.address}
          onChange={(address) => set({ address })}
          hint="https://…"
        />
        <button type="submit" className="button" disabled={!draft.address.trim()}>
          Fetch and read it
        </button>
      </form>
    </>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly long?: boolean;
  readonly hint?: string;
  /** Why it cannot stay so; null for nothing. */
  readonly wrong?: string | null;
}

function Field({ label, value, onChange, long = false, hint, wrong = null }: FieldProps) {
  const id = useId();
  const described = wrong === null ? {} : { 'aria-describedby': `${id}-wrong` };
  const common = { id, value, placeholder: hint, 'aria-invalid': wrong !== null, ...described };
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea {...common} rows={7} onChange={(typed) => onChange(typed.target.value)} />
      ) : (
        <input {...common} type="text" onChange={(typed) => onChange(typed.target.value)} />
      )}
      {wrong !== null && (
        <span className="fault" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </p>
  );
}
