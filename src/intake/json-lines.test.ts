// Lines of JSON by a table: documents, and the reasons why others are none.
import { describe, expect, it } from 'vitest';
import { parseDocumentLine } from './json-lines.ts';

describe('parseDocumentLine', () => {
  it('takes a document with what is known about it', () => {
    const line = '{"id":"a","text":"b","title":"c","published":"2013-10","publisher":null,"author":" ","extra":1}';
    expect(parseDocumentLine(line)).toEqual({
      ok: true,
      document: { id: 'a', text: 'b', title: 'c', published: '2013-10' },
    });
  });

  it('keeps lone surrogates and takes numbers as ids', () => {
    expect(parseDocumentLine('{"id":7,"text":"\\ud800"}')).toEqual({ ok: true, document: { id: '7', text: '\ud800' } });
  });

  it('takes a byte order mark for none of the text', () => {
    expect(parseDocumentLine('\ufeff{"id":"a","text":""}')).toEqual({ ok: true, document: { id: 'a', text: '' } });
  });

  it.each([
    ['{', null, 'line-not-json', /begins with "\{"/],
    ['', null, 'line-not-json', /it is empty/],
    ['[1]', null, 'line-not-document', /a list, not an object; write/],
    ['null', null, 'line-not-document', /it is null, not an object/],
    ['{"text":"b"}', null, 'line-not-document', /"id" is missing; give each document a name/],
    ['{"id":"a"}', 'a', 'line-not-document', /"text" is missing; give the document's text/],
    ['{"id":"a","text":7}', 'a', 'line-not-document', /"text" is 7;/],
    [
      '{"id":"a","text":"b","published":"23 Oct"}',
      'a',
      'line-not-document',
      /"published" is "23 Oct"; give a date as 2013/,
    ],
    [
      '{"id":"a","text":"b","title":["x"]}',
      'a',
      'line-not-document',
      /"title" is \["x"\]; give a string, or leave it out/,
    ],
  ])('%s', (line, id, code, reason) => {
    expect(parseDocumentLine(line)).toEqual({
      ok: false,
      unreadable: { id, code, reason: expect.stringMatching(reason) },
    });
  });

  it('quotes no more of a long value than a line', () => {
    const parsed = parseDocumentLine(JSON.stringify({ id: 'a', text: { long: 'x'.repeat(10_000) } }));
    expect(parsed.ok ? '' : parsed.unreadable.reason.length).toBeLessThan(200);
  });
});
