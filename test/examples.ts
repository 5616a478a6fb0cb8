// The examples of a Markdown file: its blocks of JavaScript, with what they say they print.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.ts';

export interface Example {
  /** File and number, for a person. */
  readonly title: string;
  readonly code: string;
  /** The package that it imports from first. */
  readonly entry: string;
  /** The lines it prints, as written behind the arrows: `// → 2011-07-25`. */
  readonly prints: readonly string[];
}

/** The examples of a file, named by its path in the project. */
export function examplesOf(path: string): readonly Example[] {
  const blocks = readFileSync(join(ROOT, path), 'utf8').matchAll(/^```js\n(.*?)^```$/gms);
  return [...blocks].map(([, code = ''], at) => ({
    title: `${path}, example ${at + 1}`,
    code,
    entry: /from '([^']+)'/.exec(code)?.[1] ?? '',
    prints: [...code.matchAll(/\/\/ → (.+)$/gm)].map((match) => match[1] ?? ''),
  }));
}
