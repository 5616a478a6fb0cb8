import { expect, it } from 'vitest';
import type { Span } from '../../model/span.ts';
import { formOf } from './form.ts';
import { quotationsOf } from './quotations.ts';

it.each([
  ['direct', '"We wait," she said.', '"We wait,"'],
  ['direct', 'She said that "we wait".', 'that "we wait"'],
  ['mixed', 'She said the wait was "a scandal" for all.', 'the wait was "a scandal" for all'],
  ['mixed', 'She said his "patience has an end".', 'his "patience has an end"'],
  ['indirect', 'She said that they wait.', 'that they wait'],
])('calls the content %s: %s', (form, text, content) => {
  const start = text.indexOf(content);
  const span: Span = [start, start + content.length];
  expect(formOf([span], quotationsOf(text, [[0, text.length]])[0] ?? [], text)).toBe(form);
});
