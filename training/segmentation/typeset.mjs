// The same text as a newspaper would set it: typographic quotation marks and apostrophes, every offset kept.

export function typeset(text) {
  return text
    .replace(/(^|[\s([{—–-])"/gu, '$1“')
    .replace(/"/gu, '”')
    .replace(/(^|[\s([{“—–-])'(?=\p{L}{3})/gu, '$1‘')
    .replace(/'/gu, '’');
}
