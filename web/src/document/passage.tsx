// One passage of a document, its statements and events marked in the words themselves.
import type { DocumentView } from '../../../src/service/contract.ts';
import type { Route } from '../data/route.ts';
import { Link } from '../shell/link.tsx';
import { type Mark, type Run, runsOf } from './runs.ts';

interface Props {
  readonly text: string;
  readonly passage: DocumentView['passages'][number];
  readonly marks: readonly Mark[];
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}

const TAGS = { headline: 'h2', heading: 'h3' } as const;

export function Passage({ text, passage, marks, route, onMove }: Props) {
  const Tag = passage.kind in TAGS ? TAGS[passage.kind as keyof typeof TAGS] : 'p';
  const seen = new Set<string>();
  // "OSLO, May 3 – The council": a dateline runs into the words that follow it on its line, and stands alone otherwise.
  const runsOn = passage.kind === 'dateline' && /^[^\S\n]*\S/.test(text.slice(passage.span[1], passage.span[1] + 40));
  return (
    <Tag className={`passage passage-${passage.kind}${runsOn ? ' passage-runs-on' : ''}`}>
      {runsOf(text, passage.span, marks).map((run) => {
        const [nearest] = run.marks;
        if (!nearest) return <span key={run.span[0]}>{run.text}</span>;
        const first = !seen.has(nearest.item);
        seen.add(nearest.item);
        return (
          <Link
            key={run.span[0]}
            route={{ ...route, item: nearest.item }}
            onMove={onMove}
            className={classesOf(run, route.item)}
            // One stop for the keyboard an item; its other runs are reached by the pointer only.
            tabIndex={first ? 0 : -1}
          >
            {run.text}
          </Link>
        );
      })}
    </Tag>
  );
}

function classesOf(run: Run, shown: string | null): string {
  const classes = new Set(['run']);
  for (const { item, role } of run.marks) {
    classes.add(`run-${role}`);
    if (item === shown) classes.add('run-shown').add(`run-shown-${role}`);
  }
  // One hue a run: that of the item shown, else of the most specific event.
  const hue = run.marks.find(({ item, quad }) => item === shown && quad) ?? run.marks.find(({ quad }) => quad);
  if (hue) classes.add(`quad-${hue.quad}`);
  return [...classes].join(' ');
}
