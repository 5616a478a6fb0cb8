// Ctrl-C that loses nothing: the first one ends the work after what is under way, a second one at once.
import { complain } from './exit.ts';

/** A signal that the first SIGINT or SIGTERM sends. `release` gives the signals back to the system. */
export function onInterrupt(message: string): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = () => {
    release();
    complain(message);
    controller.abort();
  };
  const release = () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return { signal: controller.signal, release };
}
