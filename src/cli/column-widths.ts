// How the columns of a table share a width.

/** What one column asks for. */
export interface Room {
  /** Its share of the width that is free; 0 where it wants to stand on one line. */
  readonly grow: number;
  /** The width of its longest cell. */
  readonly need: number;
  /** The width of its longest word. */
  readonly word: number;
  /** Whether no cell may wrap or be cut. */
  readonly whole: boolean;
}

/** Words up to so long stay whole where there is room: an address would take half of the table. */
const LONGEST_WORD = 14;
/** With so little room any word is cut. */
const SMALLEST = 6;

/**
 * Widths that come to `free` at most, where the columns can be so narrow. No word is cut while others have room to give:
 * columns that want to stand on one line do so if words of the others then fit, else their cells wrap, too.
 */
export function widthsFor(rooms: readonly Room[], free: number): readonly number[] {
  const wordsUpTo = (most: number) => rooms.map(({ whole, need, word }) => (whole ? need : Math.min(word, most)));
  const whole = wordsUpTo(LONGEST_WORD).map((word, at) => (rooms[at]?.grow ? word : (rooms[at]?.need ?? 0)));
  if (sum(whole) <= free) return spread(rooms, whole, free);
  let most = LONGEST_WORD;
  while (most > SMALLEST && sum(wordsUpTo(most)) > free) most -= 1;
  const words = wordsUpTo(LONGEST_WORD).map((need) => ({ need, grow: 1 }));
  return spread(rooms, spread(words, wordsUpTo(most), free), free);
}

/** Gives what is left above the floors by share; what one column does not need goes to the others. */
function spread(
  rooms: readonly Pick<Room, 'need' | 'grow'>[],
  floors: readonly number[],
  free: number,
): readonly number[] {
  const widths = [...floors];
  const shares = rooms.map(({ grow }) => grow || 1);
  for (;;) {
    const left = free - sum(widths);
    const open = rooms.flatMap(({ need }, at) => (need > (widths[at] ?? 0) ? [at] : []));
    if (left <= 0 || open.length === 0) return widths;
    const all = sum(open.map((at) => shares[at] ?? 1));
    // The last few columns that no share comes to go one each from the left.
    const given = open.map((at) => Math.floor((left * (shares[at] ?? 1)) / all));
    const isOver = sum(given) === 0;
    open.forEach((at, place) => {
      const more = isOver ? (place < left ? 1 : 0) : (given[place] ?? 0);
      widths[at] = Math.min(rooms[at]?.need ?? 0, (widths[at] ?? 0) + more);
    });
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
