// A text field with a list of what fits beneath, by the ARIA combobox pattern.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

const NONE = -1;

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Name of what is chosen, empty for nothing. */
  readonly value: string;
  /** What is being typed; null while the list is closed. */
  readonly typed: string | null;
  readonly onType: (typed: string | null) => void;
  readonly options: readonly Option[];
  /** Said where no option fits. */
  readonly nothing: string;
  /** Whether the options are those of what was typed before, or none yet. */
  readonly waiting: boolean;
  readonly onPick: (id: string | null) => void;
}

export function Combobox({ label, placeholder, value, typed, onType, options, nothing, waiting, onPick }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  /** Place of the option that the arrows stand on; none at first, and Enter takes the first. */
  const [at, setAt] = useState(NONE);
  const open = typed !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin anew
  useEffect(() => setAt(NONE), [typed]);
  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) onType(null);
    };
    addEventListener('pointerdown', leave);
    return () => removeEventListener('pointerdown', leave);
  }, [open, onType]);
  const pick = (option: Option | undefined) => {
    if (option) onPick(option.id);
    onType(null);
  };
  /** Enter came before the options did: the first one is taken once they are there. */
  const [taking, setTaking] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words ask for something else
  useEffect(() => setTaking(false), [typed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken when they come, once
  useEffect(() => {
    if (taking && !waiting) pick(options[0]);
  }, [taking, waiting]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) onType('');
      else
        setAt(event.key === 'ArrowDown' ? (at + 1) % Math.max(options.length, 1) : (at > 0 ? at : options.length) - 1);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      if (typed === '' && at === NONE && value !== '') onType(null);
      else if (at === NONE && waiting) setTaking(true);
      else pick(options[Math.max(at, 0)]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      onType(null);
    } else if (event.key === 'Tab') onType(null);
  };
  return (
    // On paper stands what is chosen, not the field.
    <div
      className="combobox"
      ref={box}
      data-label={label}
      data-chosen={value === '' ? undefined : value}
      data-otherwise={placeholder}
    >
      <input
        type="text"
        ref={field}
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && options[at] ? `${id}-${at}` : undefined}
        placeholder={placeholder}
        value={typed ?? value}
        onFocus={(focus) => focus.target.select()}
        onClick={() => !open && onType('')}
        onChange={(change) => onType(change.target.value)}
        onKeyDown={press}
      />
      {value !== '' && !open && (
        <button
          type="button"
          className="combobox-clear"
          aria-label={`${label}: take ${value} away`}
          onClick={() => {
            // The button goes with what it takes away.
            field.current?.focus();
            onPick(null);
          }}
        >
          ×
        </button>
      )}
      <div className="combobox-list" role="listbox" id={`${id}-list`} aria-label={label} hidden={!open}>
        {options.map((option, n) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          <div
            key={option.id}
            id={`${id}-${n}`}
            role="option"
            tabIndex={-1}
            aria-selected={n === at}
            className={n === at ? 'option option-at' : 'option'}
            onPointerMove={() => setAt(n)}
            onClick={() => pick(option)}
          >
            {option.name} <span className="label">{option.note}</span>
          </div>
        ))}
        {open && !options.length && <div className="option label">{waiting ? 'Looking …' : nothing}</div>}
      </div>
    </div>
  );
}
