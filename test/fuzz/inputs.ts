// Inputs as the world outside may give them: nearly right, deeply nested, huge, not what they say.
import fc from 'fast-check';

/** Text with what breaks programs: controls, halves of pairs, separators, markup, quotes, directions, signs of spreadsheets. */
export const hostileText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.lorem({ maxCount: 4 }) },
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      fc.constantFrom('\0', '\ud800', '\udfff', '\u2028', '\u2029', '\ufeff', '\u202e', '\r\n', '\t', '\x1b[2J'),
      fc.constantFrom('"', "'", '“', '”', '\\', '<script>', '</text>', '&amp;', '=1+1', '@SUM(A1)', '-', ']]>'),
      fc.constantFrom('Norway rejected the offer.', 'India and Kenya met on 3 May 2011.', '"No," said Ada Brandt.'),
      fc.integer({ min: 1, max: 400 }).map((length) => '('.repeat(length)),
      fc.integer({ min: 1, max: 400 }).map((length) => 'of the '.repeat(length)),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(' '));

const field = fc.oneof(
  hostileText,
  fc.constantFrom('2013-10-23', '2013-02-30', '0000', '2013-13', ''),
  fc.anything({ maxDepth: 1 }),
);

/** Values that are documents, or nearly. */
export const nearlyDocument = fc.oneof(
  fc.record({ id: fc.string({ minLength: 1 }), text: hostileText }),
  fc.record({ id: field, text: field, published: field, title: field, language: field }, { requiredKeys: [] }),
  fc.anything({ maxDepth: 3 }),
);

/** Deeper than many a reader of JSON likes it. */
const deepLine = fc
  .integer({ min: 1, max: 50_000 })
  .map((depth) => `{"id":"deep","text":"Oslo.","more":${'['.repeat(depth)}${']'.repeat(depth)}}`);

/** Lines of JSON, some with a piece cut out, doubled or changed. */
const changedLine = fc
  .tuple(nearlyDocument, fc.option(fc.tuple(fc.nat(), fc.nat(20), fc.string({ unit: 'binary', maxLength: 3 }))))
  .map(([value, change]) => {
    const text = asJson(value);
    if (!change) return text;
    const [place, length, put] = change;
    const at = place % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + length);
  });

export const line = fc.oneof({ weight: 9, arbitrary: changedLine }, deepLine);

/** Bytes of a good file with some of them changed. */
export const changed = (good: Uint8Array) =>
  fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes) => {
    const bytes = new Uint8Array(good);
    for (const [at, value] of changes) bytes[at] = value;
    return bytes;
  });

function asJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)) ?? 'undefined';
  } catch {
    // Objects without a prototype, or with a toJSON that fails.
    return '{"id": "odd"';
  }
}
