// The gold sets that are measured, the figures reported of each, and what others reached.
// Sources of the peers' figures stand in evaluation/README.md.

/**
 * @typedef {object} GoldSet
 * @property {string} name folder of the set, and the scorer's name for it
 * @property {boolean} [tokens] whether the scorer needs words and trees
 * @property {readonly { figure: string, of: 'f1' | 'r' | 'value', title: string, peers?: string, bar?: number }[]} figures
 */

/** @type {readonly GoldSet[]} */
export const SETS = [
  {
    name: 'trees',
    tokens: true,
    figures: [
      { figure: 'words', of: 'f1', title: 'words F1' },
      { figure: 'sentences', of: 'f1', title: 'sentences F1' },
      { figure: 'UPOS', of: 'f1', title: 'UPOS' },
      { figure: 'lemma', of: 'f1', title: 'lemma' },
      { figure: 'LAS', of: 'f1', title: 'LAS', peers: 'UDPipe 1.2 79.3 (EWT test)' },
    ],
  },
  {
    name: 'names',
    figures: [
      { figure: 'typed spans', of: 'f1', title: 'typed F1', peers: 'XLM-R large 86.0 (EWT)', bar: 78 },
      { figure: 'untyped spans', of: 'f1', title: 'untyped F1' },
    ],
  },
  {
    name: 'time',
    figures: [
      { figure: 'extent relaxed', of: 'f1', title: 'relaxed extent F1', peers: 'SynTime 95.0 (test part)', bar: 90 },
      { figure: 'value', of: 'f1', title: 'value F1', peers: 'HeidelTime 77.6 (test part)', bar: 78 },
    ],
  },
  {
    name: 'attribution',
    figures: [
      { figure: 'source exact', of: 'f1', title: 'source exact F1', peers: 'CRF 50.6, BERT 81.1 (test)', bar: 65 },
      { figure: 'cue exact', of: 'f1', title: 'cue exact F1', peers: 'CRF 53.4, BERT 74.0 (test)', bar: 65 },
      { figure: 'content exact', of: 'f1', title: 'content exact F1', peers: 'CRF 28.6, BERT 68.9 (test)', bar: 50 },
      { figure: 'attribution', of: 'f1', title: 'attribution F1', bar: 70 },
    ],
  },
  {
    name: 'plover',
    figures: [
      { figure: 'type', of: 'r', title: 'type recall', peers: 'PETRARCH2 24, UniversalPetrarch 50', bar: 80 },
      {
        figure: 'type + actor + recipient',
        of: 'r',
        title: 'type and both actors, recall',
        peers: 'UniversalPetrarch 32 (by country pair)',
        bar: 60,
      },
      { figure: 'type', of: 'f1', title: 'type F1' },
    ],
  },
  {
    name: 'plv',
    figures: [
      { figure: 'root accuracy, with roles', of: 'value', title: 'root accuracy with roles', bar: 60 },
      {
        figure: 'root accuracy, any role',
        of: 'value',
        title: 'root accuracy, any role',
        peers: 'dictionary coders about 38; ZSP 83.5 given the pair (test)',
        bar: 72,
      },
    ],
  },
  {
    name: 'record',
    figures: [
      {
        figure: 'statements + speaker',
        of: 'f1',
        title: 'statements F1 with speaker',
        peers: 'annotators 91',
        bar: 75,
      },
      { figure: 'events + actor', of: 'f1', title: 'events F1 with actor', peers: 'annotators 84', bar: 60 },
      {
        figure: 'event modality',
        of: 'value',
        title: 'modality accuracy on matches',
        peers: 'annotators 100',
        bar: 90,
      },
      { figure: 'developments', of: 'value', title: "agreements' developments, recall", bar: 75 },
      { figure: 'meetings', of: 'value', title: 'meetings, recall', bar: 75 },
      { figure: 'furniture marked', of: 'value', title: 'furniture marked' },
      { figure: 'body marked', of: 'value', title: 'body wrongly marked (lower is better)' },
      { figure: 'date', of: 'value', title: 'date of publication' },
    ],
  },
];
