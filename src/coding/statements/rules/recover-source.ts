// Gives a statement that the tagger left without a source the one that the tree shows, where the cue is a word of the lexicon.
import { overlaps } from '../../../model/span.ts';
import type { CueLexicon } from '../../lexicon/cues.ts';
import type { Attribution } from '../attribution.ts';
import type { Forest, Phrases } from '../phrases.ts';
import { sourceSpan } from './attribute.ts';
import { type CueWord, cueWordsOf } from './cue-words.ts';
import { authorOf, type Subject, subjectOf } from './subjects.ts';

/** Verbs whose passive has the speaker as subject: "the analyst was quoted as saying". */
const QUOTING = /^(?:quote|cite|report)$/;

/**
 * "The council, which met on Monday, has made clear it will not pay": the subject of a cue verb is its source. Passives
 * ("was expected to") and words outside the lexicon ("seemed") keep none; but "the analyst was quoted as saying" has its subject.
 */
export function recoverSource(attribution: Attribution, forest: Forest, lexicon: CueLexicon): Attribution {
  const { cueAt, source, content } = attribution;
  if (source.length || !content.length || !cueAt) return attribution;
  const tree = forest.tree(cueAt.sentence);
  const word = cueWordsOf(tree, lexicon).find(({ at, last }) => at <= cueAt.word && cueAt.word <= last);
  if (!word) return attribution;
  const quoted = QUOTING.test(tree.lemma(word.at)) ? tree.childIn(word.at, 'nsubj:pass') : null;
  const subject: Subject | null =
    quoted !== null ? { at: quoted, how: 'subject of the passive' } : ownSubject(tree, word);
  const span = subject && sourceSpan(tree, subject, word.at);
  if (!span) return attribution;
  // The tagger takes the subject of such passives for a part of the content.
  const rest = content.filter((piece) => !overlaps(piece, span));
  if (!rest.length || (quoted === null && rest.length < content.length)) return attribution;
  return {
    ...attribution,
    source: [span],
    content: rest,
    why: attribution.why.replace('source = none', `source = ${subject.how}`),
  };
}

/** The cue's own subject or author; one shared with another verb is too unsure. */
function ownSubject(tree: Phrases, word: CueWord): Subject | null {
  const subject = word.cues.some(({ kind }) => kind === 'noun') ? authorOf(tree, word.at) : subjectOf(tree, word.at);
  return subject?.how === 'subject of the verb above' || subject?.how === 'noun that the cue describes'
    ? null
    : subject;
}
