// The rooms of the design and the direction of flow between them: who may import from whom.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** In the order of the flow. A file of `src/` itself counts as the room of its name. */
export const FLOW: readonly string[] = [
  'model',
  'intake',
  'language',
  'coding',
  'reader',
  'read',
  'browser',
  'version',
  'record',
  'exports',
  'service',
  'fleet',
  'index',
  'cli',
];

/** One import that the flow forbids, or a file that stands outside the rooms. */
export interface Breach {
  readonly file: string;
  readonly imports: string;
  readonly reason: string;
}

/** Every import of the sources that goes against the flow, leaves `src/`, or names a room that the design lacks. */
export function breachesIn(sources: ReadonlyMap<string, string>): readonly Breach[] {
  const breaches: Breach[] = [];
  for (const [file, source] of sources) {
    const own = placeOf(file);
    if (own === -1) breaches.push({ file, imports: '', reason: `"${roomOf(file)}" is no room of the design` });
    for (const imports of importsOf(source)) {
      if (!imports.startsWith('.')) continue;
      const target = posix.join(posix.dirname(file), imports);
      if (target.startsWith('..')) breaches.push({ file, imports, reason: 'leaves src/' });
      else if (placeOf(target) > own) {
        breaches.push({ file, imports, reason: `${roomOf(file)} comes before ${roomOf(target)} in the flow` });
      }
    }
  }
  return breaches;
}

/** Files that import one another in a circle, be it for types alone, each circle once, as a list of files that ends where it began. */
export function circlesIn(sources: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at !== -1) {
      circles.push([...path.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const imports of importsOf(sources.get(file) ?? '')) {
      const target = posix.join(posix.dirname(file), imports);
      if (sources.has(target)) visit(target);
    }
    path.pop();
    done.add(file);
  };
  for (const file of sources.keys()) visit(file);
  return circles;
}

/** The TypeScript files below a folder, by their path in it with forward slashes. */
export function sourcesBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'))
    .sort();
  return new Map(
    files.map((file) => [relative('', file).split(sep).join('/'), readFileSync(join(folder, file), 'utf8')]),
  );
}

function importsOf(source: string): readonly string[] {
  const statements = source.matchAll(/^(?:import|export)\s[^'";]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm);
  return [...statements].map((match) => match[1] ?? match[2] ?? '');
}

function roomOf(file: string): string {
  return (file.split('/')[0] ?? file).replace(/\.ts$/, '');
}

function placeOf(file: string): number {
  return FLOW.indexOf(roomOf(file));
}
