// The items that fit what a query means: by who, what about, when, and the words left over.
import type { EventType } from '../../../src/model/plover.ts';
import type { Query } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { countWords } from '../data/words.ts';
import { Entries } from '../item/entry.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer, Notice } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

interface Props {
  readonly actors: readonly string[];
  readonly subjects: readonly string[];
  /** Types of event that are asked for; all kinds of item without any. */
  readonly types: readonly EventType[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Words that stand for nobody and nothing. */
  readonly words: string;
  /** All words of the query, names included. */
  readonly sought: string;
}

const KINDS = [
  ['meeting', 'Meetings'],
  ['development', 'Agreements'],
  ['statement,position', 'Statements and positions'],
  ['event,activity', 'Events and activities'],
] as const;

/** Of deeds, events alone have a type. */
const DEEDS = [['event', 'Deeds']] as const;

export function Items(props: Props) {
  return (
    <>
      {(props.types.length ? DEEDS : KINDS).map(([kind, title]) => (
        <Kind key={kind} kind={kind} title={title} {...props} />
      ))}
    </>
  );
}

/** Items of each of four kinds, and deeds where they alone are asked for. */
const AT_ONCE = { kind: 6, deeds: 12 };

interface KindProps extends Props {
  readonly kind: string;
  readonly title: string;
}

function Kind({ kind, title, actors, subjects, types, from, to, words, sought }: KindProps) {
  const asOf = useAsOf();
  const sides = actors.length;
  const limit = types.length ? AT_ONCE.deeds : AT_ONCE.kind;
  const query: Query = {
    kind,
    // Two sides deal with one another; one alone acts or speaks, or is met with. What its people and bodies do counts as the side's.
    ...(sides === 2 ? { pair: actors.join(',') } : sides === 0 ? {} : sideOf(kind, actors.join(','))),
    ...(subjects.length ? { [kind === 'meeting' ? 'entity' : 'about']: subjects.join(',') } : {}),
    ...(types.length ? { type: types.join(',') } : {}),
    from,
    to,
    ...asOf,
    limit,
  };
  const { type = null } = query;
  const {
    answer,
    query: fitting,
    note,
  } = useFirstThatFits([
    { query: { ...query, text: words }, note: null },
    // Of two who are told of together neither need deal with the other.
    ...(sides === 2
      ? [
          {
            query: { kind, type, from, to, ...asOf, limit, text: sought },
            note: 'Told of both in one sentence.',
          },
        ]
      : []),
    // Where the words left over are nowhere in a sentence, what fits without them is better than nothing.
    ...(words ? [{ query, note: `Without the words “${words}”, which stand in no sentence that fits.` }] : []),
  ]);
  if (isEmpty(answer)) {
    return types.length === 0 ? null : (
      <Section title={title}>
        <Emptied title="No deed of this kind is told of here.">Leave one of the terms above out to see more.</Emptied>
      </Section>
    );
  }
  const { kind: _, limit: __, ...rest } = fitting;
  return (
    <Answer of={answer} lines={2}>
      {({ items, total }) => (
        <Section
          title={title}
          note={countWords(total, 'item')}
          more={
            total > items.length && (
              <Link page="timeline" query={rest}>
                all on the timeline
              </Link>
            )
          }
        >
          {note !== null && <Notice>{note}</Notice>}
          <Entries items={items} />
        </Section>
      )}
    </Answer>
  );
}

const sideOf = (kind: string, actor: string) => (kind === 'meeting' ? { entity: actor } : { actor });

/** A question, and what to say above its answer. */
interface Rung {
  readonly query: Query;
  readonly note: string | null;
}

/** The first of up to three questions that anything fits, and its answer; the last where nothing fits any. */
function useFirstThatFits([first, second, third]: readonly Rung[]) {
  const one = useAnswer('/api/timeline', first ? { query: first.query } : null);
  const two = useAnswer('/api/timeline', second && isEmpty(one) ? { query: second.query } : null);
  const three = useAnswer('/api/timeline', third && isEmpty(two) ? { query: third.query } : null);
  if (third && isEmpty(two)) return { ...third, answer: three };
  if (second && isEmpty(one)) return { ...second, answer: two };
  return { query: {}, note: null, ...first, answer: one };
}

const isEmpty = (answer: ReturnType<typeof useAnswer<'/api/timeline'>>): boolean =>
  answer.state === 'there' && answer.value.total === 0;
