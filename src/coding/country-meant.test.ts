import { expect, it } from 'vitest';
import type { Token } from '../model/analysis.ts';
import { countryMeant, isCountry } from './country-meant.ts';
import { createRegister } from './entities/register.ts';
import { Tree } from './events/tree.ts';

const STATES = ['Chad', 'Egypt', 'Niger', 'Qatar'];
const TAGS: Readonly<Record<string, Partial<Token>>> = {
  the: { deprel: 'det', xpos: 'DT' },
  gulf: { deprel: 'compound', xpos: 'NNP' },
  neighbouring: { deprel: 'amod', xpos: 'JJ' },
  two: { deprel: 'nummod', xpos: 'CD' },
};

/** The state that a word between stars stands for, a subject unless told otherwise; the words right before it are its own. */
function meant(starred: string, deprel = 'nsubj'): string {
  const text = starred.replaceAll('*', '');
  const place = starred.indexOf('*');
  const before = text.lastIndexOf('. ', place);
  const from = before < 0 ? 0 : before + 2;
  const words = [...text.slice(from).matchAll(/\p{L}+/gu)];
  const head = words.findIndex(({ index }) => from + index === place);
  const tokens = words.map(({ 0: word, index }, at): Token => {
    const span = [from + index, from + index + word.length] as const;
    const plain = { span, lemma: word.toLowerCase(), upos: 'X', xpos: 'X', feats: '_', head: 0, deprel: 'dep' };
    if (at === head) return { ...plain, upos: 'NOUN', xpos: 'NN', deprel, head: at + 2 };
    const tags = at < head && at >= head - 2 ? TAGS[word.toLowerCase()] : undefined;
    return tags ? { ...plain, ...tags, head: head + 1 } : plain;
  });
  const register = createRegister();
  for (const name of STATES) {
    const mentions = [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      span: [index, index + name.length] as const,
      form: 'name' as const,
    }));
    if (mentions.length) register.add({ kind: 'state', name, mentions });
  }
  const tree = new Tree(tokens, text);
  if (!isCountry(tree, head)) return '';
  return countryMeant(text, register, tree, head)
    .map((id) => register.get(id)?.name)
    .join();
}

it.each([
  ['Chad said the *country would leave.', 'nsubj', 'Chad'],
  ['Chad left the talks with Niger and froze the *country’s assets.', 'nmod:poss', 'Niger'],
  ['Qatar recalled its envoy from Egypt. The gulf *state accused Egypt.', 'nsubj', 'Qatar'],
  ['Egypt spoke to Qatar. The *kingdom accused Egypt.', 'nsubj', 'Qatar'],
  // Another, several, an object, and one that was named too long ago.
  ['Chad left. The neighbouring *country stayed.', 'nsubj', ''],
  ['Chad left. The two *country stayed.', 'nsubj', ''],
  ['Chad left. It loves the *country now.', 'obj', ''],
  ['Chad left. It rained. The *country stayed.', 'nsubj', ''],
  ['The *country stayed.', 'nsubj', ''],
])('%s (%s): %s', (text, deprel, expected) => {
  expect(meant(text, deprel)).toBe(expected);
});
