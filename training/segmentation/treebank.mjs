// Treebanks in CoNLL-U as running text with the places where their words and sentences end.
import { readFileSync } from 'node:fs';

/** GUM genres whose texts may be used commercially: public domain, CC BY or CC BY-SA. */
export const GUM_GENRES = ['news', 'interview', 'bio', 'voyage', 'textbook', 'speech', 'vlog'];

/**
 * The documents of a CoNLL-U file: `{ id, text, words, sentences }`, spans of UTF-16 code units, half open.
 * Sentences are joined by a space, or by a blank line where a paragraph begins, as in the original layout.
 */
export function readTreebank(path, keep = () => true) {
  const documents = [];
  let current = null;
  for (const block of readFileSync(path, 'utf8').split(/\r?\n\r?\n/)) {
    const lines = block.split(/\r?\n/);
    const opening = lines.find((line) => line.startsWith('# newdoc id'));
    if (opening !== undefined || current === null) {
      current = { id: opening?.split('= ')[1] ?? 'first', text: '', words: [], sentences: [] };
      documents.push(current);
    }
    const surface = lines.find((line) => line.startsWith('# text = '))?.slice(9);
    if (surface === undefined) continue;
    const paragraph = lines.some((line) => line.startsWith('# newpar'));
    if (current.text !== '') current.text += paragraph ? '\n\n' : ' ';
    addSentence(current, surface, lines);
  }
  return documents.filter(({ id }) => keep(id));
}

function addSentence(document, surface, lines) {
  const base = document.text.length;
  let at = 0;
  let until = 0;
  for (const line of lines) {
    const [number, form] = line.split('\t');
    if (form === undefined || number.includes('.')) continue;
    const [first, last] = number.split('-').map(Number);
    if (last === undefined && first <= until) continue;
    while (/\s/.test(surface.charAt(at))) at += 1;
    const parts = last === undefined ? [form] : partsOf(lines, first, last, form);
    if (last !== undefined) until = last;
    for (const part of parts) {
      document.words.push([base + at, base + at + part.length]);
      at += part.length;
    }
  }
  document.text += surface;
  document.sentences.push([base, base + surface.length]);
}

/** The forms of a multiword token where together they are its surface, else the surface as one. */
function partsOf(lines, first, last, surface) {
  const forms = [];
  for (const line of lines) {
    const [number, form] = line.split('\t');
    if (/^\d+$/.test(number) && Number(number) >= first && Number(number) <= last) forms.push(form);
  }
  return forms.join('') === surface ? forms : [surface];
}
