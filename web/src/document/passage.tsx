// One passage of a document, its statements, events, names and dates marked in the words themselves.
import { memo, useMemo } from 'react';
import type { DocumentView } from '../../../src/service/contract.ts';
import { Link } from '../shell/link.tsx';
import { isItem, type Mark, type Run, runsOf } from './runs.ts';

interface Props {
  readonly text: string;
  readonly passage: DocumentView['passages'][number];
  readonly marks: readonly Mark[];
  /** Id of the item that is open, if it lies in this passage; null otherwise. */
  readonly item: string | null;
  /** Pages that tell of an entity, by its id. */
  readonly pages: ReadonlyMap<string, string>;
}

/** Under the title of the page: that is its one heading of the first level. */
const TAGS = { headline: 'h2', heading: 'h3' } as const;

export const Passage = memo(function Passage({ text, passage, marks, item, pages }: Props) {
  const runs = useMemo(() => runsOf(text, passage.span, marks), [text, passage, marks]);
  const Tag = passage.kind in TAGS ? TAGS[passage.kind as keyof typeof TAGS] : 'p';
  const seen = new Set<string>();
  // "OSLO, May 3 – The council": a dateline runs into the words that follow it on its line, and stands alone otherwise.
  const runsOn = passage.kind === 'dateline' && /^[^\S\n]*\S/.test(text.slice(passage.span[1], passage.span[1] + 40));
  return (
    <Tag className={`passage passage-${passage.kind}${runsOn ? ' passage-runs-on' : ''}`} data-start={passage.span[0]}>
      {runs.map((run) => {
        const nearest = run.marks.find(isItem) ?? run.marks[0];
        const classes = classesOf(run, item);
        // White space between two marks is no link of its own.
        if (!nearest || run.text.trim() === '') {
          return (
            <span key={run.span[0]} className={classes}>
              {run.text}
            </span>
          );
        }
        if (nearest.role === 'date') {
          return (
            <time key={run.span[0]} className={classes} dateTime={nearest.of} title={nearest.of}>
              {run.text}
            </time>
          );
        }
        const first = !seen.has(nearest.of);
        seen.add(nearest.of);
        const to = isItem(nearest)
          ? { query: { item: nearest.of } }
          : { page: pages.get(nearest.of) ?? 'people', id: nearest.of };
        return (
          // One stop for the keyboard an item; its other runs are reached by the pointer only.
          <Link key={run.span[0]} {...to} className={classes} tabIndex={first ? 0 : -1}>
            {run.text}
          </Link>
        );
      })}
    </Tag>
  );
});

function classesOf(run: Run, shown: string | null): string | undefined {
  const classes = new Set(run.marks.length ? ['run'] : []);
  for (const { of, role } of run.marks) {
    classes.add(`run-${role}`);
    if (of === shown) classes.add('run-shown').add(`run-shown-${role}`);
  }
  // One hue a run: that of the item shown, else of the most specific event.
  const hue = run.marks.find(({ of, quad }) => of === shown && quad) ?? run.marks.find(({ quad }) => quad);
  if (hue) classes.add(`quad-${hue.quad}`);
  return [...classes].join(' ') || undefined;
}
