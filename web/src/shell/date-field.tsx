// A date as one writes it: a day, a month or a year.
import { useId } from 'react';
import { isDate, parseDate } from '../../../src/model/written-date.ts';
import { onEnter, useTyped } from '../data/use-typed.ts';
import { dateWords, HOW_TO_WRITE_DATES } from '../data/words.ts';

/** Nothing more is typed after a whole ISO day. */
const COMPLETE = /^\d{4}-\d\d-\d\d$/;

interface Props {
  readonly label: string;
  readonly title?: string;
  /** ISO date or partial date; empty for none. */
  readonly value: string;
  readonly onChange: (date: string) => void;
}

export function DateField({ label, title, value, onChange }: Props) {
  const id = useId();
  const [typed, setTyped, goOn] = useTyped(value, (text) => {
    const date = parseDate(text);
    if (date !== null) onChange(date);
  });
  const wrong = typed !== '' && parseDate(typed) === null;
  return (
    <span className="date-field" title={title} data-chosen={isDate(value) ? dateWords({ value }) : 'now'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        placeholder="now"
        size={10}
        value={typed}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={({ target: { value: text } }) => (COMPLETE.test(text) && isDate(text) ? goOn(text) : setTyped(text))}
        onKeyDown={onEnter(goOn)}
      />
      {wrong && (
        <span className="field-fault" id={`${id}-wrong`}>
          {HOW_TO_WRITE_DATES}
        </span>
      )}
      {!wrong && isDate(value) && value.length < 10 && <span className="unseen">{dateWords({ value })}</span>}
    </span>
  );
}
