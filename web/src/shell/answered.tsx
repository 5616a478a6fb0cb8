// What shows an answer: dimmed where a newer one is long in coming.
import { type ReactNode, useEffect, useRef } from 'react';

/** Milliseconds after which one wonders whether anything happens. */
const LONG = 150;

interface Props {
  readonly fresh: boolean;
  readonly children: ReactNode;
}

export function Answered({ fresh, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fresh) return undefined;
    // A delayed transition would do, but the browser draws all that is to be dimmed anew as soon as it begins to wait.
    const timer = setTimeout(() => box.current?.classList.add('answer-late'), LONG);
    return () => {
      clearTimeout(timer);
      box.current?.classList.remove('answer-late');
    };
  }, [fresh]);
  return (
    <div ref={box} className={fresh ? 'answer' : 'answer answer-stale'}>
      {children}
    </div>
  );
}
