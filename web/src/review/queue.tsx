// The queue, and its keys: one hand decides without leaving the keyboard.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Unlike, unlikeness, unlikeWords } from '../../../src/record/review/unlike.ts';
import type { AnyView, QueueEntry } from '../../../src/service/contract.ts';
import { addressNow, changed, moveTo, useAddress, useChange } from '../data/address.ts';
import { askEvidence } from '../data/ahead.ts';
import { useGeneration } from '../data/api.ts';
import { isTyped } from '../data/typing.ts';
import { ruleWords } from '../data/words.ts';
import { Entry } from '../item/entry.tsx';
import { Link } from '../shell/link.tsx';
import { useDeciding } from './decide.ts';
import { REVIEW_KEY } from './review-bar.tsx';

const KEYS = [
  ['j / k', 'next, previous'],
  ['a', 'accept'],
  ['r', 'reject'],
  ['c', 'correct'],
  ['n', 'note'],
  ['x', 'mark for merging'],
  ['m', 'merge what is marked'],
  ['s', 'split: take the last telling out'],
  ['u', 'undo the last decision'],
] as const;

/** Decisions after which an item leaves the queue. */
const LEAVING: ReadonlySet<string> = new Set(['accept', 'reject']);

export function Queue({ entries: all }: { readonly entries: readonly QueueEntry[] }) {
  const { query } = useAddress();
  const change = useChange();
  const { decide, undo, fault, busy } = useDeciding();
  const [entries, leave] = useLeaving(all);
  const [marked, setMarked] = useState<readonly AnyView[]>([]);
  /** In what the marked ones differ, while the person is asked whether they are one all the same. */
  const [unlike, setUnlike] = useState<readonly Unlike[]>([]);
  /** Entries of the journal that were made here; undoing waits for those on their way. */
  const done = useRef<readonly string[]>([]);
  const [number, setNumber] = useState(0);
  const entering = useRef<Promise<unknown>>(Promise.resolve());
  const at = entries.findIndex(({ item }) => item.id === query.item);
  const here = entries[at]?.item;
  const list = useRef<HTMLOListElement>(null);
  useAskingNext(at === -1 ? undefined : entries[at + 1]?.item.id);
  const show = useCallback(
    (place: number) => {
      const entry = entries[Math.max(0, Math.min(entries.length - 1, place))];
      if (entry) goTo(list.current, entry.item.id);
    },
    [entries],
  );

  const decideOn = async (decision: Parameters<typeof decide>[0]) => {
    // The next one is shown at once, and the queue closes up behind it, before the decision is entered.
    const next = entries[at + 1] ?? entries[at - 1];
    const goOn = () => (next ? goTo(list.current, next.item.id) : change({ item: null }, { replace: true }));
    const leaves = here && LEAVING.has(decision.what) ? leave(here.id) : null;
    if (leaves) goOn();
    const entry = await decide(decision);
    leaves?.(entry !== null);
    if (entry) {
      keep([...done.current, entry.id]);
      if (!leaves) goOn();
      // What was refused is there again to be looked at.
    } else if (leaves && here) change({ item: here.id }, { replace: true });
  };
  const keep = (entered: readonly string[]) => {
    done.current = entered;
    setNumber(entered.length);
  };
  const takeBack = async () => {
    await entering.current;
    const last = done.current.at(-1);
    if (last && (await undo(last))) keep(done.current.filter((id) => id !== last));
  };
  const enter = (decision: Parameters<typeof decide>[0]): Promise<void> => {
    const made = decideOn(decision);
    entering.current = Promise.all([entering.current, made]);
    return made;
  };
  const mark = (items: readonly AnyView[]) => {
    setMarked(items);
    setUnlike([]);
  };
  const merge = () => {
    void enter({ what: 'merge', items: marked.map(({ id }) => id) }).then(() => mark([]));
  };
  const act = (key: string): boolean => {
    const documents = [...new Set(here?.evidence.map(({ document }) => document.id))];
    switch (key) {
      case 'j':
      case 'ArrowDown':
        show(at + 1);
        return true;
      case 'k':
      case 'ArrowUp':
        show(at === -1 ? 0 : at - 1);
        return true;
      case 'u':
        void takeBack();
        return true;
      case 'm':
        if (marked.length < 2) return false;
        // Asked once: the same key again is the answer.
        if (unlike.length > 0 || unlikeness(marked).length === 0) merge();
        else setUnlike(unlikeness(marked));
        return true;
    }
    if (!here) return false;
    if (key === 'a') void enter({ what: 'accept', item: here.id });
    else if (key === 'r') void enter({ what: 'reject', item: here.id });
    else if (key === 's' && documents.length > 1) {
      void enter({ what: 'split', item: here.id, documents: documents.slice(-1) });
    } else if (key === 'x') {
      const others = marked.filter(({ id }) => id !== here.id);
      mark(others.length < marked.length ? others : [...marked, here]);
    } else if (key === 'c' || key === 'n') dispatchEvent(new CustomEvent(REVIEW_KEY, { detail: key }));
    else return false;
    return true;
  };
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyped(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <ul className="keys" aria-label="Keys">
        {KEYS.map(([key, words]) => (
          <li key={key}>
            <kbd>{key}</kbd> {words}
          </li>
        ))}
      </ul>
      <p role="status" className="label">
        {busy && 'Entering the decision …'}
        {!busy && number > 0 && `${number} decided just now; u takes the last one back.`}
        {marked.length > 0 && ` ${marked.length} marked for merging.`}
      </p>
      {unlike.length > 0 && (
        <p role="alert" className="review-buttons queue-ask">
          These {unlikeWords(unlike)}. Merge all the same? (m)
          <button type="button" className="button" aria-disabled={busy} onClick={() => busy || merge()}>
            Merge them
          </button>
          <button type="button" className="button-quiet" onClick={() => mark([])}>
            leave them
          </button>
        </p>
      )}
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      <ol className="entries queue" ref={list}>
        {entries.map(({ item, uncertainty, reasons }) => (
          <li
            key={item.id}
            data-item={item.id}
            className={marked.some(({ id }) => id === item.id) ? 'marked' : undefined}
          >
            <Entry item={item} />
            <p className="label queue-why">
              <meter
                min={0}
                max={1}
                value={uncertainty}
                aria-label={`uncertainty ${Math.round(uncertainty * 100)} %`}
                title={`uncertainty ${Math.round(uncertainty * 100)} %`}
              />
              {reasons.join('; ')}
              {item.evidence[0]?.rule && (
                <>
                  {' '}
                  · by{' '}
                  <Link query={{ rule: item.evidence[0].rule, offset: null }} title={item.evidence[0].rule}>
                    {ruleWords(item.evidence[0].rule)}
                  </Link>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Opens an item; its line has the focus, which the evidence takes from there, and gives back there. */
function goTo(list: HTMLElement | null, id: string): void {
  const line = list?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
  line?.scrollIntoView({ block: 'nearest' });
  line?.querySelector('a')?.focus({ preventScroll: true });
  moveTo(changed(addressNow(), { item: id }), { replace: true });
}

/**
 * The queue without what is being decided.
 * @returns the rest, and what takes an item out; that returns what is to be called when the decision is entered or refused
 */
function useLeaving(
  all: readonly QueueEntry[],
): readonly [readonly QueueEntry[], (id: string) => (entered: boolean) => void] {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const entered = useRef(new Set<string>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer queue says itself what was entered by then
  useEffect(() => {
    const old = entered.current;
    entered.current = new Set();
    if (old.size > 0) setGone((before) => new Set([...before].filter((id) => !old.has(id))));
  }, [all]);
  const leave = (id: string) => {
    setGone((before) => new Set(before).add(id));
    return (isEntered: boolean) => {
      if (isEntered) entered.current.add(id);
      else setGone((before) => new Set([...before].filter((other) => other !== id)));
    };
  };
  return [gone.size === 0 ? all : all.filter(({ item }) => !gone.has(item.id)), leave];
}

/** Milliseconds after which the evidence of the next item is fetched: that of the one at hand comes first. */
const REST = 150;

/** Asks for the evidence of the next item, so that a decision or a step leads to it at once. */
function useAskingNext(id: string | undefined): void {
  const generation = useGeneration();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed record has forgotten it
  useEffect(() => {
    if (id === undefined) return undefined;
    const timer = setTimeout(() => askEvidence(id), REST);
    return () => clearTimeout(timer);
  }, [id, generation]);
}
