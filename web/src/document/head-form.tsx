// Corrects what is known about a document: title, publisher, author, date, language, address; and says who did before.
import { useRef, useState } from 'react';
import type { ReviewHistory } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { dateWords } from '../data/words.ts';
import { mayReview, useSession } from '../login/gate.tsx';
import { useDeciding } from '../review/decide.ts';
import { History } from '../review/history.tsx';
import { Answer } from '../shell/notice.tsx';
import { Sheet } from '../shell/sheet.tsx';

const FIELDS = [
  ['title', 'Title', ''],
  ['publisher', 'Publisher', ''],
  ['author', 'Author', ''],
  ['published', 'Published', 'as 2013-10-24, 2013-10 or 2013'],
  ['language', 'Language', 'as en, fr or ru'],
  ['url', 'Address', 'https://…'],
] as const;

type Name = (typeof FIELDS)[number][0];
type Values = Readonly<Record<Name, string>>;

export function DocumentHead({ id }: { readonly id: string }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const answer = useAnswer('/api/review/history/:id', { id });
  const button = useRef<HTMLButtonElement>(null);
  const known = answer.state === 'there' ? answer.value : null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <section className="document-head" aria-label="About this document">
      {mayReview(session) && (
        <button
          type="button"
          className="button"
          aria-expanded={open}
          ref={button}
          onClick={() => (open ? close() : setOpen(true))}
        >
          Correct title, date, publisher …
        </button>
      )}
      {known?.outdated && <Outdated {...known.outdated} date={String(known.fields.published ?? '')} />}
      {open && (
        <Answer of={answer}>
          {(history) => <HeadForm key={history.entries.length} id={id} history={history} onDone={close} />}
        </Answer>
      )}
      {known && known.entries.length > 0 && <HeadHistory entries={known.entries} />}
    </section>
  );
}

interface OutdatedProps {
  readonly countedFrom: string | null;
  readonly file: string | null;
  readonly date: string;
}

/** Says what a new date does not reach, and the way there. */
function Outdated({ countedFrom, file, date }: OutdatedProps) {
  return (
    <div className="notice" role="status">
      <p className="notice-title">Read it again for days such as “yesterday”</p>
      <p>
        They are counted from {countedFrom === null ? 'no date' : dateWords({ value: countedFrom })} still; everything
        else goes by {dateWords({ value: date })}.{' '}
        {file === null ? (
          'Add the document again, as it was added before: its days are counted anew then.'
        ) : (
          <>
            Run <code>rapporteur read …/{file}</code>, or the folder that it is in: only this one is read.
          </>
        )}
      </p>
    </div>
  );
}

interface FormProps {
  readonly id: string;
  readonly history: ReviewHistory;
  readonly onDone: () => void;
}

function HeadForm({ id, history, onDone }: FormProps) {
  const { decide, fault, busy } = useDeciding();
  const [values, setValues] = useState<Values>(() => valuesIn(history));
  const before = valuesIn(history);
  const changes = FIELDS.flatMap(([name]) => {
    const value = values[name].trim();
    return value === before[name] ? [] : [[name, value === '' ? null : value] as const];
  });
  const send = async () => {
    const seen = history.entries.at(-1)?.id ?? null;
    if (await decide({ what: 'correct-document', document: id, fields: Object.fromEntries(changes), seen })) onDone();
  };
  return (
    <Sheet
      label="Correct what is known about this document"
      save="Save the correction"
      ready={changes.length > 0}
      busy={busy}
      onSave={() => void send()}
      onLeave={onDone}
    >
      {FIELDS.map(([name, label, hint]) => {
        const read = history.machine[name];
        const differs = (read ?? '') !== before[name];
        return (
          <p className="field" key={name}>
            <label htmlFor={`head-${name}`}>{label}</label>
            <input
              id={`head-${name}`}
              type="text"
              autoComplete="off"
              placeholder={hint}
              value={values[name]}
              onChange={(typed) => setValues({ ...values, [name]: typed.target.value })}
            />
            {differs && <span className="label">as read: {read ? String(read) : 'nothing'}</span>}
          </p>
        );
      })}
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
    </Sheet>
  );
}

const valuesIn = ({ fields }: ReviewHistory): Values =>
  Object.fromEntries(FIELDS.map(([name]) => [name, String(fields[name] ?? '')])) as Record<Name, string>;

function HeadHistory({ entries }: Pick<ReviewHistory, 'entries'>) {
  const deciding = useDeciding();
  return (
    <>
      {deciding.fault && (
        <p role="alert" className="fault">
          {deciding.fault}
        </p>
      )}
      <History entries={entries} deciding={deciding} />
    </>
  );
}
