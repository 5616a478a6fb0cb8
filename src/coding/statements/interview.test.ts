import { describe, expect, it } from 'vitest';
import type { DocumentHead } from '../../model/document.ts';
import { createRegister } from '../entities/register.ts';
import { turnsOf } from './interview.ts';

const head: DocumentHead = {
  title: null,
  publisher: null,
  author: null,
  language: 'en',
  published: { value: null, basis: 'unknown' },
};

/** The turns of a text of one paragraph a line, in which the people given are named. */
function turns(lines: readonly string[], people: readonly string[], outlets: readonly string[] = []) {
  const text = lines.join('\n');
  const register = createRegister();
  const add = (kind: 'person' | 'organization', name: string) => {
    const start = text.indexOf(name);
    register.add({ kind, name, mentions: start < 0 ? [] : [{ span: [start, start + name.length], form: 'name' }] });
  };
  for (const name of people) add('person', name);
  for (const name of outlets) add('organization', name);
  let start = 0;
  const paragraphs = lines.map((line, p) => {
    const span = [start, start + line.length] as const;
    start += line.length + 1;
    return { first: p, end: p + 1, span, kind: 'body' as const, passage: 0 };
  });
  return turnsOf(text, head, paragraphs, register).map(({ speaker, addressee, content }) => ({
    speaker: speaker.name,
    addressee: addressee.map((id) => register.get(id)?.name),
    content: content.map((span) => text.slice(...span)),
  }));
}

describe('turnsOf', () => {
  it('gives the answers to the person of whom the title says that it is an interview', () => {
    const lines = [
      'Interview with the Lagos Courier',
      'Minister Femi Bello gave this interview to the Lagos Courier on Monday.',
      'Question: Is the port open?',
      'Answer: It is.',
      'It has been for a week.',
      'Question: And the road?',
      'Answer: Not yet.',
    ];
    expect(turns(lines, ['Femi Bello'], ['Lagos Courier'])).toEqual([
      { speaker: 'Femi Bello', addressee: ['Lagos Courier'], content: ['It is.', 'It has been for a week.'] },
      { speaker: 'Femi Bello', addressee: ['Lagos Courier'], content: ['Not yet.'] },
    ]);
  });

  it('knows the person interviewed by a label that is the office alone', () => {
    const lines = [
      'Press conference by the Secretary-General of the Andes Union',
      'Question: Is the port open?',
      'Secretary-General: It is.',
    ];
    expect(turns(lines, ['Secretary-General of the Andes Union'])).toEqual([
      { speaker: 'Secretary-General of the Andes Union', addressee: [], content: ['It is.'] },
    ]);
  });

  it('gives labelled turns of a transcript to the persons named', () => {
    const lines = [
      'Panel with Ana Ruiz and Tom Okoro',
      'MS. RUIZ: We agree.',
      'OKORO: We do not.',
      'And we never did.',
    ];
    expect(turns(lines, ['Ana Ruiz', 'Tom Okoro']).map(({ speaker, content }) => [speaker, content])).toEqual([
      ['Ana Ruiz', ['We agree.']],
      ['Tom Okoro', ['We do not.', 'And we never did.']],
    ]);
  });

  it('finds a name that the analysis missed in a title of the usual form', () => {
    const lines = ['Ministry Spokesman Ravi Menon Interview with Goa News', 'Question: Why?', 'Answer: Because.'];
    expect(turns(lines, [], ['Goa News'])).toEqual([
      { speaker: 'Ravi Menon', addressee: ['Goa News'], content: ['Because.'] },
    ]);
  });

  it('finds none in a report, nor where nobody is named', () => {
    expect(turns(['Ana Ruiz arrived.', 'Note: The road is closed.'], ['Ana Ruiz'])).toEqual([]);
    expect(turns(['Question: Why?', 'Answer: Because.'], [])).toEqual([]);
  });
});
