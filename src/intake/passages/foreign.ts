// Finds stray lines in another script than the text's own, as a site's untranslated labels are.
import type { Block } from './blocks.ts';
import type { Mark } from './marks.ts';
import { wordsOf } from './signs/words.ts';

const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Latin', /\p{Script=Latin}/gu],
  ['Cyrillic', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
];

/** Marks short lines at the text's beginning and end of which no letter is in the script of most of the text. */
export function markForeign(blocks: readonly Block[], marks: (Mark | null)[]): void {
  const own = scriptOf(sampleOf(blocks));
  const letters = SCRIPTS.find(([name]) => name === own)?.[1];
  if (!letters || blocks.length < 4) return;
  const isForeign = ({ head, length }: Block): boolean =>
    length <= 120 && wordsOf(head).length <= 10 && /\p{L}/u.test(head) && head.search(letters) === -1;
  blocks.forEach((block, at) => {
    if ((at < 4 || at >= blocks.length - 4) && isForeign(block))
      marks[at] ??= { kind: 'furniture', rule: 'furniture-script' };
  });
}

/** The beginnings of so many blocks, evenly spread over the text, show its script. */
function sampleOf(blocks: readonly Block[]): string {
  const step = Math.ceil(blocks.length / 20);
  return blocks.flatMap(({ head }, at) => (at % step === 0 ? [head.slice(0, 100)] : [])).join(' ');
}

function scriptOf(text: string): string | null {
  const counts = SCRIPTS.map(([name, letters]) => [name, text.match(letters)?.length ?? 0] as const);
  const [name, count] = counts.reduce((most, next) => (next[1] > most[1] ? next : most));
  return count > 0 ? name : null;
}
