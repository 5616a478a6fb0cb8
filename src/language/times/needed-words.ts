// What vocabulary a pattern cannot do without, so that it is tried, and compiled at all, only where a sentence has it.

/**
 * The names of vocabulary that every match of a pattern's source contains: those outside optional groups, alternatives and
 * lookarounds. `(?<month>MONTH) (?<day>DAY)(?:,? (?<year>YEAR))?` needs MONTH and DAY.
 * @param source as a rule writes it, names in capitals
 */
export function neededNames(source: string, names: ReadonlySet<string>): readonly string[] {
  const needed: string[] = [];
  for (let at = 0; at < source.length; ) {
    const end = endOfPiece(source, at);
    const piece = source.slice(at, end);
    const isOptional = /^(?:[?*]|\{0)/.test(source.slice(end));
    if (piece === '|') return [];
    if (!isOptional) {
      const [, inside] = /^\((?:\?(?::|<[a-z][^>]*>))?(.*)\)$/s.exec(piece) ?? [];
      if (inside !== undefined && !/^\(\?(?:[=!]|<[=!])/.test(piece)) needed.push(...neededNames(inside, names));
      else if (names.has(piece)) needed.push(piece);
    }
    at = end;
  }
  return [...new Set(needed)];
}

/** Where a group, a class of characters, an escaped character, a word in capitals or a single character ends. */
function endOfPiece(source: string, at: number): number {
  const first = source[at];
  if (first === '\\') return at + 2;
  if (first === '[') {
    let end = at + 1;
    while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (first === '(') {
    let end = at + 1;
    while (end < source.length && source[end] !== ')') end = endOfPiece(source, end);
    return end + 1;
  }
  return at + (/^[A-Z]{3,}/.exec(source.slice(at))?.[0].length ?? 1);
}
