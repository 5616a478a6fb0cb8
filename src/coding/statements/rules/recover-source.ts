// Gives a statement that the tagger left without a source the one that the tree shows, where the cue is a word of the lexicon.
import { overlaps } from '../../../model/span.ts';
import type { CueLexicon } from '../../lexicon/cues.ts';
import type { Attribution } from '../attribution.ts';
import type { Forest } from '../phrases.ts';
import { sourceSpan } from './attribute.ts';
import { cueWordsOf } from './cue-words.ts';
import { authorOf, subjectOf } from './subjects.ts';

/**
 * "The council, which met on Monday, has made clear it will not pay": the subject of a cue verb is its source. Passives
 * ("was expected to") and words outside the lexicon ("seemed") keep none, and a subject shared with another verb is too unsure.
 */
export function recoverSource(attribution: Attribution, forest: Forest, lexicon: CueLexicon): Attribution {
  const { cueAt, source, content } = attribution;
  if (source.length || !content.length || !cueAt) return attribution;
  const tree = forest.tree(cueAt.sentence);
  const word = cueWordsOf(tree, lexicon).find(({ at, last }) => at <= cueAt.word && cueAt.word <= last);
  if (!word) return attribution;
  const subject = word.cues.some(({ kind }) => kind === 'noun') ? authorOf(tree, word.at) : subjectOf(tree, word.at);
  const span = subject && sourceSpan(tree, subject, word.at);
  if (!span || subject.how === 'subject of the verb above' || subject.how === 'noun that the cue describes')
    return attribution;
  if (content.some((piece) => overlaps(piece, span))) return attribution;
  return { ...attribution, source: [span], why: attribution.why.replace('source = none', `source = ${subject.how}`) };
}
