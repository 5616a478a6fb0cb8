// A few lists for tests of the language room, which knows no lexicon files.
import type { KnownName, KnownNameNoun, KnownNames, KnownTitle } from '../known.ts';
import { PhraseIndex } from '../phrases.ts';

const name = (type: KnownName['type'], phrase: string, full = phrase, short: readonly string[] = []) => ({
  phrase,
  value: { type, name: full, short },
});
const title = (phrase: string, gender: KnownTitle['gender'] = null, describes = true) => ({
  phrase,
  value: { office: phrase, gender, describes },
});
const noun = (phrase: string, type: KnownNameNoun['type'], leads = false) => ({ phrase, value: { type, leads } });

/** Names and titles that the fixture sentences of the language room need. */
export const KNOWN: KnownNames = {
  names: new PhraseIndex([
    ...['Ouagadougou', 'Turkey', 'China', 'Ethiopia', 'Kenya', 'Jakarta', 'Mombasa', 'Oman', 'Fiji', 'Tonga'].map(
      (place) => name('LOC', place),
    ),
    ...['Xinhua', 'WHO', 'Sejm'].map((body) => name('ORG', body)),
    name('ORG', 'African Union', 'African Union', ['the union', 'the bloc']),
    name('ORG', 'AU', 'African Union', ['the union', 'the bloc']),
    name('AGREEMENT', 'Ottawa Treaty', 'Ottawa Treaty', ['the treaty']),
  ]),
  titles: new PhraseIndex([
    title('president'),
    title('prime minister'),
    title('foreign minister'),
    title('minister'),
    title('spokeswoman', 'f'),
    title('king', 'm'),
    title('mr', 'm', false),
    title('ms', 'f', false),
  ]),
  bodyNouns: new PhraseIndex(['army', 'parliament'].map((phrase) => ({ phrase, value: true as const }))),
  documentNouns: new PhraseIndex(
    ['treaty', 'protocol', 'ceasefire', 'resolution'].map((phrase) => ({ phrase, value: true as const })),
  ),
  nationalities: new PhraseIndex(['Kenyan', 'Danish'].map((phrase) => ({ phrase, value: true as const }))),
  nameNouns: new PhraseIndex([
    noun('Bank', 'ORG'),
    noun('Party', 'ORG'),
    noun('Authority', 'ORG'),
    noun('Corp', 'ORG'),
    noun('Mission', 'ORG'),
    noun('Ministry', 'ORG'),
    noun('Ministers', 'ORG'),
    noun('Lake', 'LOC', true),
    noun('Valley', 'LOC'),
    noun('River', 'LOC'),
  ]),
  givenNames: new Map([
    ['mette', 'f'],
    ['retno', 'f'],
    ['samuel', 'm'],
    ['grace', 'f'],
  ]),
  genders: new Map(),
};
