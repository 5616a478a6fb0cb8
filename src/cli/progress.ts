// Progress on stderr: one line that is rewritten in place on a terminal, now and then a line elsewhere.

export interface Progress {
  /** Shows how far the work is. */
  show(state: ProgressState): void;
  /** Removes the line and prints the closing one. */
  end(summary: string): void;
}

export interface ProgressState {
  /** Documents read so far. */
  readonly documents: number;
  /** Share of the work that is done, 0 to 1; null where nobody can tell. */
  readonly share: number | null;
  /** What is being done. */
  readonly now: string;
}

/** Elsewhere than on a terminal at most this many lines are printed, so that logs stay readable. */
const LINES_IN_A_LOG = 10;

/** Milliseconds between two drawings on a terminal. */
const DRAWN_EVERY = 100;

/** @param clock gives milliseconds */
export function progressOn(
  stream: NodeJS.WriteStream,
  title: string,
  clock: () => number = performance.now.bind(performance),
): Progress {
  const started = clock();
  // What was passed over before the first document took no time worth counting.
  let shareBefore: number | null = null;
  let drawn = Number.NEGATIVE_INFINITY;
  let printed = 0;
  const line = ({ documents, share }: ProgressState): string => {
    shareBefore ??= share;
    const seconds = (clock() - started) / 1000;
    const parts = [`${title}: ${documents} ${documents === 1 ? 'document' : 'documents'}`];
    if (share !== null) parts.push(`${Math.floor(100 * share)} %`);
    if (documents > 0 && seconds >= 1) parts.push(`${shownRate(documents / seconds)} a second`);
    const done = share === null ? 0 : share - (shareBefore ?? 0);
    if (share !== null && done > 0.005 && seconds >= 2) parts.push(`${shownTime((seconds * (1 - share)) / done)} left`);
    return parts.join(', ');
  };
  if (!stream.isTTY) {
    return {
      show: (state) => {
        const step = Math.floor(LINES_IN_A_LOG * (state.share ?? 0));
        const text = line(state);
        if (step <= printed || step >= LINES_IN_A_LOG) return;
        printed = step;
        stream.write(`${text}\n`);
      },
      end: (summary) => stream.write(`${summary}\n`),
    };
  }
  return {
    show: (state) => {
      const text = line(state);
      if (clock() - drawn < DRAWN_EVERY) return;
      drawn = clock();
      const room = Math.max(0, (stream.columns ?? 80) - text.length - 4);
      const { now } = state;
      stream.write(`\r\u001b[K${text}  ${now.length > room ? `…${now.slice(1 - room)}` : now}`);
    },
    end: (summary) => stream.write(`\r\u001b[K${summary}\n`),
  };
}

function shownRate(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}

/** "40 s", "3 min", "2 h 5 min". */
export function shownTime(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
