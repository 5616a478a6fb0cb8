// A reading under way: its progress as the service tells it, live.
import { useEffect, useState } from 'react';
import { forgetAnswers } from '../data/api.ts';

export interface FileProgress {
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'unchanged' | 'left-out' | 'failed';
  readonly documents: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly statements: number;
    readonly events: number;
  }[];
  /** Ids of documents that people took out of the record. */
  readonly leftOut: readonly string[];
  readonly faults: readonly string[];
}

export interface ReadingProgress {
  readonly id: string;
  readonly state: 'waiting' | 'reading' | 'settling' | 'done' | 'failed';
  readonly files: readonly FileProgress[];
  readonly fault: string | null;
}

/** The progress of a reading, from what was answered when it was started to its end. */
export function useProgress(started: ReadingProgress): ReadingProgress & { readonly gone: boolean } {
  const [progress, setProgress] = useState(started);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    const events = new EventSource(`/api/readings/${started.id}/events`);
    events.addEventListener('progress', ({ data }: MessageEvent<string>) => {
      const now = JSON.parse(data) as ReadingProgress;
      setProgress(now);
      setGone(false);
      if (now.state !== 'done' && now.state !== 'failed') return;
      events.close();
      // Every page shows the record as it is now.
      forgetAnswers();
    });
    // The browser tries again by itself; meanwhile it is said that nothing is heard.
    events.onerror = () => setGone(true);
    return () => events.close();
  }, [started.id]);
  return { ...progress, gone };
}
