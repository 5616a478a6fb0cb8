// Encodings by a table of bytes.
import { describe, expect, it } from 'vitest';
import { declaredEncoding, decode } from './decode.ts';

const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decode', () => {
  it.each([
    ['UTF-8', utf8('naïve – 中'), 'naïve – 中'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16 LE', bytes(0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00), 'aé'],
    ['UTF-16 BE', bytes(0xfe, 0xff, 0x00, 0x61, 0x00, 0xe9), 'aé'],
    ['windows-1252', bytes(0x93, 0x61, 0xe9, 0x94, 0x20, 0x97), '“aé” —'],
    ['UTF-8 cut in a letter', utf8(`${'é'.repeat(40)}中`).slice(0, -1), `${'é'.repeat(40)}\ufffd`],
    ['nothing', bytes(), ''],
  ])('%s', (_, input, text) => {
    expect(decode(input)).toBe(text);
  });

  it('believes a page about its encoding unless it is UTF-8 all the same', () => {
    expect(decode(bytes(0xee, 0xe1, 0xf4, 0xef), 'koi8-r')).toBe('НАТО');
    expect(decode(utf8('é'), 'iso-8859-1')).toBe('é');
    expect(decode(bytes(0xe9), 'no-such-encoding')).toBe('é');
  });
});

describe('declaredEncoding', () => {
  it.each([
    ['<meta charset="koi8-r">', 'koi8-r'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'windows-1251'],
    ['<?xml version="1.0" encoding="iso-8859-2"?>', 'iso-8859-2'],
    ['<p>charset</p>', null],
  ])('%s', (html, encoding) => {
    expect(declaredEncoding(utf8(html))).toBe(encoding);
  });
});
