// A progress line on stderr: one that is rewritten in place on a terminal, now and then a line elsewhere.

export interface Progress {
  /** Shows how far the work is. `now` names what is being done. */
  show(done: number, now: string): void;
  /** Removes the line and prints the closing one. */
  end(summary: string): void;
}

/** Elsewhere than on a terminal at most this many lines are printed, so that logs stay readable. */
const LINES_IN_A_LOG = 10;

/** @param total how many pieces of work there are, where that is known */
export function progressOn(stream: NodeJS.WriteStream, title: string, total: number): Progress {
  const step = Math.max(1, Math.ceil(total / LINES_IN_A_LOG));
  const tell = (done: number) => `${title} ${done} of ${total}`;
  if (!stream.isTTY) {
    return {
      show: (done) => {
        if (done % step === 0 && done < total) stream.write(`${tell(done)}\n`);
      },
      end: (summary) => stream.write(`${summary}\n`),
    };
  }
  return {
    show: (done, now) => {
      const room = Math.max(0, (stream.columns ?? 80) - tell(done).length - 4);
      stream.write(`\r\u001b[K${tell(done)}  ${now.length > room ? `…${now.slice(1 - room)}` : now}`);
    },
    end: (summary) => stream.write(`\r\u001b[K${summary}\n`),
  };
}
