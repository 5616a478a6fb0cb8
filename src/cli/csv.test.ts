import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it.each([
  [['a', 'b'], 'a,b'],
  [['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"'],
  [['=1+1', '+1', '@sum', '-cmd', '-2.5', '–'], "'=1+1,'+1,'@sum,'-cmd,-2.5,–"],
  [[''], ''],
])('writes %j', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
