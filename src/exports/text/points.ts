// Offsets in Unicode code points, as other programs count them; the record counts UTF-16 code units.

/** How many code points stand before an offset in code units. */
export function pointsBefore(text: string, offset: number): number {
  let points = 0;
  for (let at = 0; at < offset; at += 1) {
    points += 1;
    if (isPair(text, at)) at += 1;
  }
  return points;
}

/** The number of code points of a text. */
export const lengthInPoints = (text: string): number => pointsBefore(text, text.length);

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;
