// One passage of a document, its statements and events marked in the words themselves.
import type { MouseEvent } from 'react';
import type { DocumentView } from '../../../src/service/contract.ts';
import { hrefOf, type Route } from '../data/route.ts';
import { type Mark, type Run, runsOf } from './runs.ts';

interface Props {
  readonly text: string;
  readonly passage: DocumentView['passages'][number];
  readonly marks: readonly Mark[];
  readonly route: Route;
  readonly onItem: (item: string) => void;
}

const TAGS = { headline: 'h2', heading: 'h3' } as const;

export function Passage({ text, passage, marks, route, onItem }: Props) {
  const Tag = passage.kind in TAGS ? TAGS[passage.kind as keyof typeof TAGS] : 'p';
  const seen = new Set<string>();
  return (
    <Tag className={`passage passage-${passage.kind}`}>
      {runsOf(text, passage.span, marks).map((run) => {
        const [nearest] = run.marks;
        if (!nearest) return <span key={run.span[0]}>{run.text}</span>;
        const first = !seen.has(nearest.item);
        seen.add(nearest.item);
        const open = (click: MouseEvent) => {
          if (click.metaKey || click.ctrlKey || click.shiftKey) return;
          click.preventDefault();
          onItem(nearest.item);
        };
        return (
          <a
            key={run.span[0]}
            href={hrefOf({ ...route, item: nearest.item })}
            className={classesOf(run, route.item)}
            data-start={run.span[0]}
            // One stop for the keyboard an item; its other runs are reached by the pointer only.
            tabIndex={first ? 0 : -1}
            onClick={open}
          >
            {run.text}
          </a>
        );
      })}
    </Tag>
  );
}

function classesOf(run: Run, shown: string | null): string {
  const classes = new Set(['run']);
  for (const { item, role, quad } of run.marks) {
    classes.add(`run-${role}`);
    if (quad) classes.add(`quad-${quad}`);
    if (item === shown) classes.add('run-shown').add(`run-shown-${role}`);
  }
  return [...classes].join(' ');
}
