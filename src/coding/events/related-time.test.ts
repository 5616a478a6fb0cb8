// Times that a clause of time hangs on.
import { expect, it } from 'vitest';
import type { Token } from '../../model/analysis.ts';
import { relatedTime } from './related-time.ts';
import { Tree } from './tree.ts';

/** "Contacts ended last May, when Oman left": the last clause's verb and the word for time in it. */
function timeOf(text: string, words: string, deprel: string) {
  const forms = text.split(' ');
  const verb = forms.length - 1;
  let from = 0;
  const tokens = forms.map((form, at): Token => {
    const start = text.indexOf(form, from);
    from = start + form.length;
    const isWhen = form === 'when';
    return {
      span: [start, from],
      lemma: form,
      upos: 'NOUN',
      xpos: 'NN',
      feats: '_',
      head: at === verb ? 1 : isWhen ? verb + 1 : 1,
      deprel: at === verb ? deprel : isWhen ? 'advmod' : 'dep',
    };
  });
  const at = text.indexOf(words);
  const times = [{ span: [at, at + words.length] as const, type: 'DATE' as const, value: '2012-05' }];
  return relatedTime(new Tree(tokens, text), verb, times)?.value ?? null;
}

it.each([
  ['Contacts ended last May , when Oman left', 'last May', 'advcl', '2012-05'],
  ['Contacts ended last May when Oman left', 'last May', 'acl:relcl', '2012-05'],
  ['Contacts of last May ended when Oman left', 'last May', 'advcl', null],
  ['Contacts ended last May , when Oman left', 'last May', 'conj', null],
])('%s (%s)', (text, words, deprel, expected) => {
  expect(timeOf(text, words, deprel)).toBe(expected);
});
