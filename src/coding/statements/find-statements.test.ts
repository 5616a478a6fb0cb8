import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SILENT_PASSAGES } from '../../model/document.ts';
import { overlaps, piecesOf } from '../../model/span.ts';
import { loadLexicon } from '../lexicon/lexicon.ts';
import { findStatements } from './find-statements.ts';
import { createTagger, type Tagger } from './tagger/tagger.ts';
import { analysed, type Told, told } from './testing/read.ts';

interface Expected {
  readonly speaker: string;
  readonly cue: string;
  readonly content: string;
  readonly form: string;
  readonly addressee?: string;
  readonly via?: string;
}

const passages = JSON.parse(readFileSync(new URL('./testing/passages.json', import.meta.url), 'utf8')) as readonly {
  readonly about: string;
  readonly text: string;
  readonly expected: readonly Expected[];
}[];

const briefing = `Briefing by the spokesman of the Ministry of Foreign Affairs of Brazil, Paulo Nunes

Question: Will the delegation travel to Lima next week?

Answer: It will. We have told our partners that we are ready to sign.

We do not expect surprises.

Question: And the river patrols?

Answer: They go on as before.`;

let tagger: Tagger;
beforeAll(async () => {
  tagger = await createTagger();
});

/** Share of the longer text's words that the other has too. */
function alike(a: string, b: string): number {
  const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const shared = first.filter((word) => second.includes(word)).length;
  return shared / Math.max(1, first.length, second.length);
}

function isAsExpected(found: Told, { speaker, cue, content, form, addressee, via }: Expected): boolean {
  return (
    found.speaker.join(';') === speaker &&
    found.cue.includes(cue) &&
    alike(found.content, content) >= 0.75 &&
    found.form === form &&
    (addressee === undefined || found.addressee.join(';') === addressee) &&
    (via === undefined || found.via.join(';') === via)
  );
}

describe('findStatements with the tagger', () => {
  it.each(passages)('finds $about', async ({ text, expected }) => {
    const found = await told(text, tagger);
    for (const one of expected) {
      expect(
        found.some((statement) => isAsExpected(statement, one)),
        JSON.stringify(
          found.map(({ statement: _, ...words }) => words),
          null,
          1,
        ),
      ).toBe(true);
    }
  });

  it.each([
    ['what others tell of somebody', 'The general has been reported to have secret meetings with his colleagues.'],
    ['an envoy called home', 'In 2014, Poland recalled its military representative to the union, General Jan Kowal.'],
  ])('takes %s for no statement of the subject', async (_, text) => {
    expect(await told(text, tagger)).toEqual([]);
  });

  it('takes each answer of an interview as one statement of the person interviewed', async () => {
    const answers = (await told(briefing, tagger)).filter(({ statement }) => statement.rule === 'interview');
    expect(answers.map(({ speaker, content, form }) => ({ speaker, content, form }))).toEqual([
      {
        speaker: ['Paulo Nunes'],
        content: 'It will. We have told our partners that we are ready to sign. … We do not expect surprises.',
        form: 'direct',
      },
      { speaker: ['Paulo Nunes'], content: 'They go on as before.', form: 'direct' },
    ]);
  });

  it('gives a statement inside another the speaker of the outer one as relay', async () => {
    const found = await told(
      'Tunisian Minister Hedi Amri said that Italy had promised to send two patrol boats.',
      tagger,
    );
    const inner = found.find(({ cue }) => cue.includes('promised'));
    expect(inner?.speaker).toEqual(['Italy']);
    expect(inner?.via).toEqual(['Hedi Amri']);
  });

  it("takes no deed done to a thing for a saying, and no words that a question puts into the other's mouth", async () => {
    expect(await told('The ministers of Oman laid a wreath at the tomb.', tagger)).toEqual([]);
    const asked = 'Question: You said that Peru would leave the pact.\n\nAnswer: I did not.';
    const cues = (await told(`Interview with Minister Paulo Nunes of Brazil\n\n${asked}`, tagger)).map(
      ({ cue }) => cue,
    );
    expect(cues).toEqual(['']);
  });

  it('keeps the description of a source without a name as a mention', async () => {
    const text = 'A diplomat close to the talks said that Jordan would host the next round.';
    const so = await analysed(text);
    const [statement] = await findStatements(so, loadLexicon(), tagger);
    const speaker = so.register.get(statement?.speaker[0] ?? '');
    expect(speaker?.mentions.map(({ span }) => text.slice(...span))).toContain('diplomat close to the talks');
  });

  it('takes no statement from silent passages, and only spans of the text', async () => {
    const text = `Log in to read more\n\n${briefing}\n\n© 2020 Example Press. All rights reserved.`;
    const so = await analysed(text);
    const silent = so.passages.filter(({ kind }) => SILENT_PASSAGES.has(kind));
    const found = await told(text, tagger);
    expect(found.length).toBeGreaterThan(1);
    for (const { statement } of found) {
      for (const span of [...statement.content, ...piecesOf(statement.source), ...piecesOf(statement.cue)]) {
        expect(span[0]).toBeGreaterThanOrEqual(0);
        expect(span[1]).toBeLessThanOrEqual(text.length);
        expect(span[0]).toBeLessThan(span[1]);
        expect(silent.some((passage) => overlaps(passage.span, span))).toBe(false);
      }
    }
  });

  it('gives the same statements on WebAssembly', async () => {
    const web = await createTagger({ runtime: 'wasm' });
    expect(web.runtime).toBe('wasm');
    const words = async (with_: Tagger) =>
      (await told(briefing, with_)).map(({ speaker, cue, content }) => ({ speaker, cue, content }));
    expect(await words(web)).toEqual(await words(tagger));
  });

  it('finds nothing where nothing was analysed', async () => {
    const so = { ...(await analysed(briefing)), sentences: [], tokens: [], names: [] };
    expect(await findStatements(so, loadLexicon(), tagger)).toEqual([]);
    const bare = { ...(await analysed(briefing)), tokens: [], names: [] };
    await expect(findStatements(bare, loadLexicon(), tagger)).resolves.toBeInstanceOf(Array);
  });

  it('gives a text the same statements alone and among others', async () => {
    const texts = [
      briefing,
      'It will, she said.',
      '“No,” he said.\n\nMali said that it would wait.',
      `${briefing}\n\n`.repeat(9),
    ];
    const alone: unknown[] = [];
    for (const text of texts) alone.push(await told(text, tagger));
    expect(await Promise.all(texts.map((text) => told(text, tagger)))).toEqual(alone);
  });

  it('gives the same statements twice', async () => {
    const [first, second] = [await told(briefing, tagger), await told(briefing, tagger)];
    expect(second).toEqual(first);
  });
});

describe('findStatements by rule', () => {
  it.each(passages.slice(0, 4))('finds $about', async ({ text, expected }) => {
    const found = await told(text, null);
    for (const one of expected) {
      expect(
        found.some((statement) => isAsExpected(statement, one)),
        JSON.stringify(
          found.map(({ statement: _, ...words }) => words),
          null,
          1,
        ),
      ).toBe(true);
    }
  });
});

describe('findStatements on hostile text', () => {
  it.each([
    ['nothing', ''],
    ['blank lines', '\n \n\t\n'],
    ['only quotation marks', '"'.repeat(3000)],
    ['unbalanced quotation marks', '“He said ”” “ "no'.repeat(200)],
    ['a lone surrogate', 'She said: "\ud800".'],
    ['one endless sentence of cues', 'he said that she said that '.repeat(800)],
  ])('survives %s', async (_, text) => {
    for (const way of [tagger, null]) await expect(told(text, way)).resolves.toBeInstanceOf(Array);
  });

  it('survives any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        const found = await told(text, tagger);
        expect(found.every(({ content }) => content.length > 0)).toBe(true);
      }),
      { numRuns: 25, seed: 7 },
    );
  });

  it('takes time linear in the length of the text', async () => {
    const so = await analysed(`${briefing}\n\n`.repeat(4));
    expect(so.sentences.length).toBeGreaterThan(20);
    const timed = async (text: string) => {
      const start = performance.now();
      await told(text, tagger);
      return performance.now() - start;
    };
    await timed(`${briefing}\n\n`.repeat(10));
    const short = await timed(`${briefing}\n\n`.repeat(20));
    const long = await timed(`${briefing}\n\n`.repeat(160));
    expect(long).toBeLessThan(8 * 6 * Math.max(short, 20));
  }, 60_000);
});
