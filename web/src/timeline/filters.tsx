// What a list of items is narrowed to: words, actor, subject, how it stands.
import { useAddress, useChange } from '../data/address.ts';
import { onEnter, useTyped } from '../data/use-typed.ts';
import { ActorPicker } from '../shell/actor-picker.tsx';
import { Link } from '../shell/link.tsx';

/** Parameters of the address that narrow a list. */
const FILTERS = ['text', 'about', 'actor', 'modality', 'type', 'publisher', 'review', 'rule'] as const;

export type FilterQuery = Readonly<Partial<Record<(typeof FILTERS)[number], string>>>;

export const filtersOf = (query: Readonly<Record<string, string>>): FilterQuery =>
  Object.fromEntries(FILTERS.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

const SUBJECTS = 'issue,agreement,activity,body';

const MODALITIES = [
  ['', 'however it stands'],
  ['actual', 'events that happened'],
  ['planned', 'events planned'],
  ['hypothetical', 'events that may be'],
  ['negated', 'events denied'],
] as const;

export function Filters() {
  const { query } = useAddress();
  const change = useChange();
  const [words, setWords, goOn] = useTyped(query.text ?? '', (text) =>
    change({ text, offset: null }, { replace: true }),
  );
  return (
    <search className="filters" aria-label="Filters">
      <span className="typed" data-label="Words in the sentence" data-chosen={words || undefined}>
        <input
          type="search"
          value={words}
          placeholder="Words in the sentence"
          aria-label="Words in the sentence"
          onChange={(typed) => setWords(typed.target.value)}
          onKeyDown={onEnter(goOn)}
        />
      </span>
      <ActorPicker
        label="Who acts or speaks"
        placeholder="by anyone"
        id={query.actor ?? null}
        onPick={(actor) => change({ actor, offset: null })}
      />
      <ActorPicker
        label="What it is about"
        placeholder="about anything"
        kinds={SUBJECTS}
        id={query.about ?? null}
        onPick={(about) => change({ about, offset: null })}
      />
      <select
        aria-label="How it stands"
        value={query.modality ?? ''}
        onChange={(choice) => change({ modality: choice.target.value, offset: null })}
      >
        {MODALITIES.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
      {FILTERS.some((name) => query[name]) && (
        <Link query={Object.fromEntries(FILTERS.map((name) => [name, null]))} className="button-quiet">
          take the filters away
        </Link>
      )}
    </search>
  );
}
