// The margin of the reader: what was read in the passages in view, in step with the text. On a narrow screen it stands
// under the text, closed.
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { AnyView, DocumentView } from '../../../src/service/contract.ts';
import { countWords } from '../data/words.ts';
import { Entry } from '../item/entry.tsx';
import { Notice } from '../shell/notice.tsx';

interface Placed {
  readonly item: AnyView;
  /** Where its words begin in this document. */
  readonly start: number;
}

interface Props {
  readonly document: DocumentView;
  readonly body: RefObject<HTMLElement | null>;
}

export function Margin({ document, body }: Props) {
  const placed = useMemo(() => inTextOrder(document), [document]);
  const top = useTopOfView(body);
  const list = useRef<HTMLOListElement>(null);
  const id = useId();
  const [open, setOpen] = useState(false);
  useRoomBelow(list);
  const first = placed.find(({ start }) => start >= top)?.item.id ?? null;
  useEffect(() => {
    const line = first === null ? null : list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(first)}"]`);
    // Only the margin moves: scrollIntoView would move the text, too.
    if (line && list.current) list.current.scrollTop = line.offsetTop - list.current.offsetTop;
  }, [first]);
  return (
    <aside className={open ? 'margin' : 'margin margin-closed'} aria-label="What is read in this document">
      {placed.length ? (
        <>
          <button
            type="button"
            className="button margin-toggle"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            What is read in it: {countWords(placed.length, 'item')}
          </button>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
          <ol id={id} className="entries" ref={list} tabIndex={0} aria-label="Items in the order of the text">
            {placed.map(({ item }) => (
              <li key={item.id} data-item={item.id}>
                <Entry item={item} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Notice title="Nothing was read in this document.">Select words in the text to add what was missed.</Notice>
      )}
    </aside>
  );
}

function inTextOrder(document: DocumentView): readonly Placed[] {
  const items: readonly AnyView[] = [
    ...document.statements,
    ...document.events,
    // One that was read stands as the event that it is; one that a person added is nothing else.
    ...document.meetings.filter(({ event }) => event === ''),
    ...document.developments,
    ...document.obligations,
    ...document.activities,
    ...document.positions,
  ];
  return items
    .map((item) => ({
      item,
      start: (item.evidence.find((told) => told.document.id === document.id) ?? item.evidence[0])?.span[0] ?? 0,
    }))
    .sort((a, b) => a.start - b.start);
}

/** Tells a list's style how much of the window is left from its upper edge on, as `--room`: one that ends out of sight would hide that it goes on. */
function useRoomBelow(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const measure = () => {
      const here = list.current;
      here?.style.setProperty('--room', `${innerHeight - Math.round(here.getBoundingClientRect().top)}px`);
    };
    measure();
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
    return () => {
      removeEventListener('scroll', measure);
      removeEventListener('resize', measure);
    };
  }, [list]);
}

/** Offset in the text at which the first passage in view begins. */
function useTopOfView(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const passages = [...(body.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
    const inView = new Set<HTMLElement>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.add(target as HTMLElement);
          else inView.delete(target as HTMLElement);
        }
        const starts = [...inView].map(({ dataset }) => Number(dataset.start));
        if (starts.length) setTop(Math.min(...starts));
      },
      { rootMargin: '-20% 0px -40% 0px' },
    );
    for (const passage of passages) observer.observe(passage);
    return () => observer.disconnect();
  }, [body]);
  return top;
}
