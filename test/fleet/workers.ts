// Workers of the built program as processes that can be killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../program.ts';

export interface WorkerProcess {
  /** Resolves with the exit code, null where it was killed. */
  readonly ended: Promise<number | null>;
  hasEnded(): boolean;
  /** What it has said on stderr so far. */
  said(): string;
  kill(signal: NodeJS.Signals): void;
}

export function startWorker(args: readonly string[], env: NodeJS.ProcessEnv = {}): WorkerProcess {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'worker', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  return {
    ended: once(child, 'exit').then(([code]) => code as number | null),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    said: () => said,
    kill: (signal) => void child.kill(signal),
  };
}
