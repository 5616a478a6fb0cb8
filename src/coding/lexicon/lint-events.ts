// The checks of the event tables, of what is derived from events, and of the cues.
import { ACTIVITY_STATES, DEVELOPMENTS, MEETING_LEVELS, STANCES } from '../../model/items.ts';
import { CONTEXTS, EVENT_TYPES, type EventType, PLOVER } from '../../model/plover.ts';
import { ATTITUDES, CUE_FRAMES, CUE_KINDS } from './cues.ts';
import { DEED_EFFECTS, WISH_HOLDERS } from './derived.ts';
import { EVENT_FILES } from './events.ts';
import { type CellCheck, eachOf, oneOf, type TableCheck } from './lint.ts';

const type = oneOf(EVENT_TYPES);
const words = eachOf();

const cameo: CellCheck = (cell) => (/^\d{2,4}$/.test(cell) ? null : `"${cell}" is no CAMEO code of two to four digits`);

/** PLOVER gives each type modes of its own. */
function modeFits({ type: of, mode }: Readonly<Record<string, string>>): string | null {
  const modes = Object.keys(PLOVER[of as EventType]?.modes ?? {});
  if (!mode || modes.includes(mode)) return null;
  return `mode: "${mode}" is no mode of ${of}; known are ${modes.join(', ') || 'none'}`;
}

const entries = (file: string): TableCheck => ({
  file: `events/${file}`,
  columns: {
    words,
    frame: null,
    type,
    mode: null,
    cameo,
    contexts: eachOf(oneOf(CONTEXTS)),
    actor: null,
    recipient: null,
  },
  key: ['words', 'frame'],
  required: ['words', 'type'],
  row: modeFits,
});

const derived = (file: string, columns: TableCheck['columns']): TableCheck => ({
  file: `derived/${file}`,
  columns: { words, ...columns },
  key: ['words'],
  required: ['words', ...Object.keys(columns).slice(0, 1)],
});

export const EVENT_CHECKS: readonly TableCheck[] = [
  ...Object.values(EVENT_FILES).flatMap((files) => files.map(entries)),
  {
    file: 'events/compositions.tsv',
    columns: { attitude: type, act: type, mode: null, cameo },
    key: ['attitude', 'act'],
    required: ['attitude', 'act'],
    row: ({ attitude, mode }) => modeFits({ type: attitude ?? '', mode: mode ?? '' }),
  },
  {
    file: 'events/governors.tsv',
    columns: { words, makes: oneOf(['planned', 'hypothetical', 'negated']) },
    key: ['words'],
    required: ['words', 'makes'],
  },
  {
    file: 'events/context-words.tsv',
    columns: { context: oneOf(CONTEXTS), words },
    key: ['context', 'words'],
    required: ['context', 'words'],
  },
  derived('activity-states.tsv', { state: oneOf(ACTIVITY_STATES) }),
  derived('developments.tsv', { what: oneOf(DEVELOPMENTS), negated: oneOf(DEVELOPMENTS) }),
  derived('meeting-levels.tsv', { level: oneOf(MEETING_LEVELS) }),
  derived('deeds.tsv', { governs: words, effect: oneOf(DEED_EFFECTS) }),
  derived('wishes.tsv', { holder: oneOf(WISH_HOLDERS) }),
  derived('effects.tsv', { stance: oneOf(STANCES) }),
  {
    ...derived('stands.tsv', { governs: words, stance: oneOf(STANCES), negated: oneOf(STANCES) }),
    key: ['words', 'governs'],
  },
  derived('stances.tsv', { stance: oneOf(STANCES), holder: oneOf(['subject', 'object']) }),
  {
    file: 'cues.tsv',
    columns: {
      cue: null,
      kind: oneOf(CUE_KINDS),
      frame: oneOf(CUE_FRAMES),
      attitude: oneOf(ATTITUDES),
      event: type,
      unless: words,
    },
    key: ['cue', 'kind', 'frame'],
    required: ['cue', 'kind', 'frame'],
  },
];
