import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { breachesIn, circlesIn, sourcesBelow } from './rooms.ts';

const sources = sourcesBelow(fileURLToPath(new URL('../src', import.meta.url)));

describe('the rooms of src/', () => {
  test('import only from rooms before them', () => {
    expect(sources.size).toBeGreaterThan(20);
    expect(breachesIn(sources)).toEqual([]);
  });

  test('have no circular imports', () => {
    expect(circlesIn(sources)).toEqual([]);
  });
});

describe('the check itself', () => {
  const tree = (files: Record<string, string>) => new Map(Object.entries(files));

  test('reports a room that imports against the flow', () => {
    const breaches = breachesIn(tree({ 'language/parse.ts': "import { code } from '../coding/code.ts';\n" }));
    expect(breaches).toEqual([
      { file: 'language/parse.ts', imports: '../coding/code.ts', reason: 'language comes before coding in the flow' },
    ]);
  });

  test('reports a multi-line import, a type import and a dynamic import', () => {
    const breaches = breachesIn(
      tree({
        'intake/a.ts': "import {\n  type X,\n  y,\n} from '../record/b.ts';\n",
        'model/b.ts': "import type { Z } from '../intake/a.ts';\n",
        'coding/c.ts': "const later = await import('../service/d.ts');\n",
      }),
    );
    expect(breaches.map((breach) => breach.file)).toEqual(['intake/a.ts', 'model/b.ts', 'coding/c.ts']);
  });

  test('reports a room the design lacks and an import that leaves src/', () => {
    const breaches = breachesIn(tree({ 'utils/x.ts': '', 'model/y.ts': "import { z } from '../../web/z.ts';\n" }));
    expect(breaches.map((breach) => breach.reason)).toEqual(['"utils" is no room of the design', 'leaves src/']);
  });

  test('lets views use the rooms before them', () => {
    expect(breachesIn(tree({ 'service/api.ts': "import { openRecord } from '../record/open.ts';\n" }))).toEqual([]);
  });

  test.each(['import', 'import type'])('finds a circle of %s', (imports) => {
    const circle = tree({
      'model/a.ts': "import { b } from './b.ts';\n",
      'model/b.ts': `${imports} { a } from './a.ts';\n`,
    });
    expect(circlesIn(circle)).toEqual([['model/a.ts', 'model/b.ts', 'model/a.ts']]);
  });
});
