// The queue, and its keys: one hand decides without leaving the keyboard.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueEntry } from '../../../src/service/contract.ts';
import { useAddress, useChange } from '../data/address.ts';
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

export function Queue({ entries }: { readonly entries: readonly QueueEntry[] }) {
  const { query } = useAddress();
  const change = useChange();
  const { decide, undo, fault, busy } = useDeciding();
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [done, setDone] = useState<readonly string[]>([]);
  const at = entries.findIndex(({ item }) => item.id === query.item);
  const here = entries[at]?.item;
  const list = useRef<HTMLOListElement>(null);
  const show = useCallback(
    (place: number) => {
      const entry = entries[Math.max(0, Math.min(entries.length - 1, place))];
      if (!entry) return;
      change({ item: entry.item.id }, { replace: true });
      list.current?.querySelector(`[data-item="${CSS.escape(entry.item.id)}"]`)?.scrollIntoView({ block: 'nearest' });
    },
    [entries, change],
  );

  const enter = async (decision: Parameters<typeof decide>[0]) => {
    // The next one is shown at once; the queue closes up behind it.
    const next = entries[at + 1] ?? entries[at - 1];
    const entry = await decide(decision);
    if (!entry) return;
    setDone((before) => [...before, entry.id]);
    if (decision.what !== 'note') change({ item: next?.item.id ?? null }, { replace: true });
  };
  const takeBack = async () => {
    const last = done.at(-1);
    if (last && (await undo(last))) setDone((before) => before.slice(0, -1));
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
        void enter({ what: 'merge', items: marked }).then(() => setMarked([]));
        return true;
    }
    if (!here) return false;
    if (key === 'a') void enter({ what: 'accept', item: here.id });
    else if (key === 'r') void enter({ what: 'reject', item: here.id });
    else if (key === 's' && documents.length > 1) {
      void enter({ what: 'split', item: here.id, documents: documents.slice(-1) });
    } else if (key === 'x') {
      setMarked(marked.includes(here.id) ? marked.filter((id) => id !== here.id) : [...marked, here.id]);
    } else if (key === 'c' || key === 'n') dispatchEvent(new CustomEvent(REVIEW_KEY, { detail: key }));
    else return false;
    return true;
  };
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role=listbox]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
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
        {!busy && done.length > 0 && `${done.length} decided just now; u takes the last one back.`}
        {marked.length > 0 && ` ${marked.length} marked for merging.`}
      </p>
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      <ol className="entries queue" ref={list}>
        {entries.map(({ item, uncertainty, reasons }) => (
          <li key={item.id} data-item={item.id} className={marked.includes(item.id) ? 'marked' : undefined}>
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
