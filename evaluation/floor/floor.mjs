// The floor: what a page of patterns without any analysis reaches. A figure of the program means something above it.

const CAPITALS = /\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*)*/gu;
const DATES =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{1,2})?(?:,?\s+\d{4})?|(?:19|20)\d\d|today|yesterday|tomorrow|(?:last|next|this)\s+(?:week|month|year))\b/g;
const SAID = /\b(?:said|says|told|added|announced|warned)\b/g;

/** Stems that name a type of event, one each for the commonest verbs. */
const TYPES = [
  ['AGREE', /\b(?:agree|promis|pledg|offer)\w*/g],
  ['CONSULT', /\b(?:met|meet|visit|talk|discuss|negotiat)\w*/g],
  ['SUPPORT', /\b(?:support|prais|welcom|sign|ratif|endors)\w*/g],
  ['CONCEDE', /\b(?:conced|allow|permit|pardon|eas)\w*/g],
  ['COOPERATE', /\b(?:cooperat|joint|shar)\w*/g],
  ['AID', /\b(?:aid|assist|donat|provid)\w*/g],
  ['RETREAT', /\b(?:withdr|releas|retreat|surrender|resign)\w*/g],
  ['REQUEST', /\b(?:ask|request|demand|urg|call)\w*/g],
  ['ACCUSE', /\b(?:accus|blam|criticiz|criticis|condemn|denounc)\w*/g],
  ['REJECT', /\b(?:reject|refus|declin|veto)\w*/g],
  ['THREATEN', /\b(?:threat|warn)\w*/g],
  ['PROTEST', /\b(?:protest|demonstrat|strik|riot|rall)\w*/g],
  ['SANCTION', /\b(?:sanction|suspend|expel|embargo)\w*/g],
  ['MOBILIZE', /\b(?:deploy|mobiliz|mobilis)\w*/g],
  ['COERCE', /\b(?:arrest|detain|seiz|ban|impos)\w*/g],
  ['ASSAULT', /\b(?:attack|kill|bomb|shell|fir|clash|invad)\w*/g],
];

/** A reading of one document, by patterns over its text alone. */
export function floorReading({ id, text, published }) {
  const sentences = sentencesOf(text);
  const entities = find(CAPITALS, text).map((span, index) => ({
    id: `e${index}`,
    kind: 'organization',
    name: text.slice(...span),
    code: null,
    partOf: null,
    mentions: [{ span, form: 'name' }],
  }));
  const inside = ([start, end]) =>
    entities.filter(({ mentions: [{ span }] }) => span[0] >= start && span[1] <= end).map((entity) => entity.id);
  return {
    format: 1,
    id,
    document: { published: { value: published ?? null } },
    passages: [],
    tokens: sentences.map((sentence) => wordsOf(text, sentence)),
    entities,
    times: find(DATES, text).map((span) => ({ span, type: 'DATE', value: text.slice(...span) })),
    statements: sentences.flatMap((sentence, index) => statementIn(text, sentence, index, inside)),
    events: sentences.flatMap((sentence, index) => eventIn(text, sentence, index, inside)),
  };
}

function find(pattern, text, offset = 0) {
  return [...text.matchAll(pattern)].map((match) => [match.index + offset, match.index + offset + match[0].length]);
}

function sentencesOf(text) {
  return find(/\S[^.!?\n]*(?:[.!?]+["”’']*|(?=\n)|$)/g, text);
}

function wordsOf(text, [start, end]) {
  return find(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu, text.slice(start, end), start).map((span, index) => ({
    span,
    lemma: text.slice(...span).toLowerCase(),
    upos: 'NOUN',
    xpos: 'NN',
    feats: '_',
    head: index,
    deprel: index ? 'dep' : 'root',
  }));
}

/** The words before "said" are the source, those after it the content. */
function statementIn(text, [start, end], index, inside) {
  const [cue] = find(SAID, text.slice(start, end), start);
  if (!cue) return [];
  const source = [start, Math.max(start, cue[0] - 1)];
  return [
    {
      id: `s${index}`,
      speaker: inside(source).slice(-1),
      addressee: [],
      source,
      cue: [cue],
      content: [[cue[1] + 1, end]],
      form: 'indirect',
    },
  ];
}

/** The first stem in the sentence; the names before it act, the first name after it receives. */
function eventIn(text, [start, end], index, inside) {
  const hits = TYPES.flatMap(([type, stem]) =>
    find(stem, text.slice(start, end), start).map((trigger) => ({ type, trigger })),
  );
  const [first] = hits.sort((a, b) => a.trigger[0] - b.trigger[0]);
  if (!first) return [];
  const actor = inside([start, first.trigger[0]]);
  const recipient = inside([first.trigger[1], end]).slice(0, 1);
  const evidence = [start, end];
  return [{ id: `v${index}`, ...first, mode: null, actor, recipient, evidence, modality: 'actual', statement: null }];
}
