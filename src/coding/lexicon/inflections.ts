// Spells out the forms of a lexicon word, so that a lemma the tagger got wrong does not hide a trigger.

/** Part of speech of a word of the lexicon that can tell an event. */
export type TriggerKind = 'verb' | 'noun' | 'adjective';

/** Past tense and participle where spelling rules do not give them. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  become: ['became'],
  begin: ['began', 'begun'],
  beat: ['beaten'],
  bear: ['bore', 'borne'],
  bid: ['bade', 'bidden'],
  bind: ['bound'],
  blow: ['blew', 'blown'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  burn: ['burnt'],
  buy: ['bought'],
  call: [],
  choose: ['chose', 'chosen'],
  come: ['came'],
  cut: [],
  deal: ['dealt'],
  do: ['did', 'done', 'does'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  drop: [],
  eat: ['ate', 'eaten'],
  fall: ['fell', 'fallen'],
  feed: ['fed'],
  fight: ['fought'],
  find: ['found'],
  flee: ['fled'],
  fly: ['flew', 'flown'],
  forbid: ['forbade', 'forbidden'],
  forgive: ['forgave', 'forgiven'],
  freeze: ['froze', 'frozen'],
  get: ['got', 'gotten'],
  give: ['gave', 'given'],
  go: ['went', 'gone', 'goes'],
  hang: ['hung'],
  have: ['had', 'has', 'having'],
  hear: ['heard'],
  hide: ['hid', 'hidden'],
  hit: [],
  hold: ['held'],
  hurt: [],
  keep: ['kept'],
  lay: ['laid'],
  lead: ['led'],
  leave: ['left'],
  lend: ['lent'],
  let: [],
  lose: ['lost'],
  make: ['made'],
  meet: ['met'],
  pay: ['paid'],
  put: [],
  quit: ['quit'],
  read: [],
  rebuild: ['rebuilt'],
  rise: ['rose', 'risen'],
  run: ['ran'],
  say: ['said'],
  see: ['saw', 'seen'],
  seek: ['sought'],
  sell: ['sold'],
  send: ['sent'],
  set: [],
  shake: ['shook', 'shaken'],
  shoot: ['shot'],
  shut: [],
  sink: ['sank', 'sunk'],
  sit: ['sat'],
  speak: ['spoke', 'spoken'],
  spend: ['spent'],
  split: [],
  spread: [],
  stand: ['stood'],
  steal: ['stole', 'stolen'],
  stick: ['stuck'],
  strike: ['struck', 'stricken'],
  swear: ['swore', 'sworn'],
  take: ['took', 'taken'],
  teach: ['taught'],
  tell: ['told'],
  think: ['thought'],
  throw: ['threw', 'thrown'],
  understand: ['understood'],
  unfreeze: ['unfroze', 'unfrozen'],
  undertake: ['undertook', 'undertaken'],
  uphold: ['upheld'],
  undergo: ['underwent', 'undergone'],
  win: ['won'],
  wind: ['wound'],
  withdraw: ['withdrew', 'withdrawn'],
  withhold: ['withheld'],
  withstand: ['withstood'],
  write: ['wrote', 'written'],
  overrun: ['overran'],
  overthrow: ['overthrew', 'overthrown'],
  override: ['overrode', 'overridden'],
  oversee: ['oversaw', 'overseen'],
  rescind: [],
  foresee: ['foresaw', 'foreseen'],
  strive: ['strove', 'striven'],
  sue: ['suing'],
};

/** Endings that double their consonant: "bar" gives "barred". */
const DOUBLING =
  /^(?:[^aeiou]*[aeiou][bdglmnprt]|.*(?:[^aeiou]mit|fer|cur|pel|bel|vel|net|ban|plan|trap|put|set|nap|drop|cut|hit|quit|cel))$/;

/** All forms of a verb, noun or adjective of the lexicon, the word itself first; several words inflect on the last. */
export function inflections(word: string, kind: TriggerKind): readonly string[] {
  if (kind === 'adjective') return [word];
  const space = word.lastIndexOf(' ');
  const stem = word.slice(space + 1);
  const before = word.slice(0, space + 1);
  const forms = kind === 'noun' ? [stem, plural(stem)] : verbForms(stem);
  return [...new Set(forms.map((form) => before + form))];
}

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function verbForms(verb: string): readonly string[] {
  const irregular = IRREGULAR[verb];
  const doubled = DOUBLING.test(verb) ? verb + verb.slice(-1) : null;
  const forms = [verb, plural(verb)];
  if (verb.endsWith('e')) forms.push(verb.endsWith('ee') ? `${verb}ing` : `${verb.slice(0, -1)}ing`);
  else forms.push(`${verb}ing`);
  if (doubled) forms.push(`${doubled}ing`);
  if (irregular?.length) return [...forms, ...irregular];
  if (doubled) forms.push(`${doubled}ed`);
  // "Raped" is no form of "rap"; only longer verbs are spelt both ways ("signaled", "signalled").
  if (doubled && /^[^aeiou]*[aeiou][^aeiou]$/.test(verb)) return forms;
  if (verb.endsWith('e')) forms.push(`${verb}d`);
  else if (/[^aeiou]y$/.test(verb)) forms.push(`${verb.slice(0, -1)}ied`);
  else forms.push(`${verb}ed`);
  return forms;
}
