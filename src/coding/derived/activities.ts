// Operations, exercises and projects: who takes part, in what state they are, with which figures.
import type { Activity, ActivityState, Entity, Event, Figure, Modality } from '../../model/items.ts';
import { overlaps, type Span } from '../../model/span.ts';
import { findModality } from '../events/modality.ts';
import { Parties } from '../events/parties.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import { voiceOf } from '../voice.ts';
import { groundsAt, sharedGrounds } from './grounds.ts';
import type { DerivedInput } from './input.ts';
import { deedNames, matterName } from './matter-name.ts';
import { clauseSpan, governorsOf, type Placed, SentenceIndex } from './sentence-index.ts';

/** One item for each activity and each state that the text says it is in, in text order. */
export function findActivities(so: DerivedInput, lexicon: { readonly events: EventLexicon }): readonly Activity[] {
  const index = new SentenceIndex(so, lexicon.events.baseForms);
  const found: Activity[] = [];
  for (const entity of so.register.all()) {
    if (entity.kind !== 'activity' || entity.rule === TOLD) continue;
    for (const { span } of entity.mentions) {
      const placed = index.place(span);
      if (!placed) continue;
      const activity = activityAt(so, entity.id, entity.partOf, placed, lexicon.events);
      const known = found.findIndex((other) => other.entity === activity.entity && other.state === activity.state);
      const twin = found[known];
      if (!twin) found.push(activity);
      else
        found[known] = {
          ...twin,
          parties: [...new Set([...twin.parties, ...activity.parties])],
          figures: mergedFigures(twin.figures, activity.figures),
          grounds: sharedGrounds(twin.grounds, activity.grounds),
        };
    }
  }
  for (const activity of [...found]) {
    const goes = figuresAfter(so, index, activity, lexicon.events);
    if (goes) found.push(goes);
  }
  for (const event of so.events) {
    for (const told of toldBy(so, index, event)) {
      const known = found.findIndex(({ entity, state }) => entity === told.entity && state === told.state);
      const twin = found[known];
      if (!twin) found.push(told);
      else found[known] = { ...twin, grounds: sharedGrounds(twin.grounds, told.grounds) };
    }
  }
  return found;
}

/** Marks activities that only an event names. */
const TOLD = 'activity-told';
const isNamedActivity = ({ kind, rule }: Entity): boolean => kind === 'activity' && rule !== TOLD;

/** What help, joint work and deployments are as activities, by the modality or the attitude they are told in. */
const BY_MODALITY: Readonly<Record<Modality, ActivityState>> = {
  actual: 'under-way',
  planned: 'planned',
  hypothetical: 'proposed',
  negated: 'refused',
};
const DOING: ReadonlySet<Event['type']> = new Set(['AID', 'COOPERATE', 'MOBILIZE']);
/** CAMEO's codes for promising, asking for and refusing material help or cooperation. */
const ATTITUDES: readonly { readonly type: Event['type']; readonly code: RegExp; readonly state: ActivityState }[] = [
  { type: 'AGREE', code: /^03[13]/, state: 'agreed' },
  { type: 'REQUEST', code: /^10[13]/, state: 'proposed' },
  { type: 'REJECT', code: /^12[12]/, state: 'refused' },
];

/** Activities that have no name of their own and are told by an event: "sending generators to Nepal". */
function toldBy(so: DerivedInput, index: SentenceIndex, event: Event): readonly Activity[] {
  const state = DOING.has(event.type)
    ? BY_MODALITY[event.modality]
    : ATTITUDES.find(({ type, code }) => type === event.type && code.test(event.cameo ?? ''))?.state;
  const placed = state && index.place(event.trigger);
  if (!state || !placed) return [];
  const { tree, at } = placed;
  const complement = tree.childIn(at, 'xcomp', 'ccomp') ?? tree.childIn(at, 'advcl') ?? tree.childIn(at, 'obj') ?? at;
  const matter = DOING.has(event.type) ? null : matterName(tree, complement);
  const matters = DOING.has(event.type) ? deedNames(tree, at) : matter ? [matter] : [];
  return matters
    .filter(({ span: [start, end] }) => {
      const edges = [so.register.at([start, start + 1]), so.register.at([end - 1, end])];
      return ![...so.register.within([start, end]), ...edges].some((entity) => entity && isNamedActivity(entity));
    })
    .map(({ name, span }) => ({
      entity: so.register.add({
        kind: 'activity',
        name,
        mentions: [{ span, form: 'nominal' }],
        rule: TOLD,
      }),
      parties: [...new Set([...event.actor, ...event.recipient])],
      state,
      evidence: event.evidence,
      figures: figuresIn(tree, event.evidence),
      grounds: [event.id],
      rule: event.rule ?? event.type,
      why: `${event.type} ${event.modality} -> ${state}`,
    }));
}

function activityAt(
  so: DerivedInput,
  entity: string,
  owner: string | null,
  placed: Placed,
  lexicon: EventLexicon,
): Activity {
  const { tree, at } = placed;
  const { state, rule, word, isTold } = stateAt(placed, lexicon);
  const evidence = clauseSpan(tree, word);
  const parties = new Parties(tree, so.register, lexicon.classes, so.statements, voiceOf(so));
  const events = so.events.filter((event) => overlaps(event.evidence, evidence) && event.about.includes(entity));
  const near = parties.ofAll(
    [...tree.childrenIn(at, 'amod', 'nmod:poss', 'compound', 'nmod'), ...logicalSubjects(tree, word)],
    { groups: false },
  );
  return {
    entity,
    parties: [
      ...new Set([
        ...near,
        ...events.flatMap(({ actor, recipient }) => [...actor, ...recipient]),
        ...(owner ? [owner] : []),
      ]),
    ],
    state,
    evidence,
    figures: figuresIn(tree, evidence),
    grounds: isTold ? groundsAt(so, tree.span(word)) : [],
    rule,
    why: `activity under *${tree.form(word)}* -> ${state}`,
  };
}

interface StateFound {
  readonly state: ActivityState;
  readonly rule: string;
  readonly word: number;
  /** Whether the word says so: what is only mentioned under another ("praised the training") goes on all the same. */
  readonly isTold: boolean;
}

/**
 * The state that the governors of a mention give: the nearest that says more than "under way" ("agreed to hold"),
 * else under way, moved by its modality.
 */
function stateAt(placed: Placed, lexicon: EventLexicon): StateFound {
  const { tree } = placed;
  let open: StateFound | null = null;
  let top = placed.at;
  for (const word of governorsOf(placed)) {
    top = word;
    const taking = isTaking(tree, word, 'place') || isTaking(tree, word, 'part');
    const known =
      lexicon.derived.activityStates.get(taking ? 'hold' : tree.lemma(word)) ??
      lexicon.derived.activityStates.get(tree.form(word));
    if (!known) continue;
    const modality = findModality(tree, word, [], lexicon.governors);
    if (modality === 'actual' && (isTaking(tree, word, 'place') || HELD.test(tree.lemma(word))) && isOver(tree, word))
      return { state: 'completed', rule: known.rule, word, isTold: true };
    if (modality === 'negated') return { state: 'refused', rule: known.rule, word, isTold: true };
    if (known.value !== 'under-way' && known.value !== 'completed')
      return { state: known.value, rule: known.rule, word, isTold: true };
    open ??= {
      state: modality === 'actual' ? known.value : BY_MODALITY[modality],
      rule: known.rule,
      word,
      isTold: true,
    };
  }
  return open ?? { state: 'under-way', rule: 'activity-states', word: top, isTold: false };
}

/** "A seminar took place", "sailors took part in a drill". */
const isTaking = (tree: Tree, verb: number, what: string): boolean =>
  tree.lemma(verb) === 'take' && tree.childrenIn(verb, 'obj', 'compound').some((at) => tree.form(at) === what);

/** Who took part in an operation has not ended it. */
const HELD = /^(?:hold|conduct|stage|run|carry)$/;

/** What was held, and is not said to go on, is over. */
function isOver(tree: Tree, verb: number): boolean {
  if (tree.token(verb).xpos === 'VBD') return true;
  const auxiliaries = tree.childrenIn(verb, 'aux').map((at) => tree.form(at));
  return (
    tree.token(verb).xpos === 'VBN' &&
    auxiliaries.length > 0 &&
    auxiliaries.every((form) => /^(?:was|were)$/.test(form))
  );
}

/** Numbers that texts write as words. */
const SPELT: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value): [string, number] => [word, value]),
  ...'thirty forty fifty sixty seventy eighty ninety hundred'
    .split(' ')
    .map((word, at): [string, number] => [word, 10 * (at + 3)]),
]);

/** Counts in a clause with what they count: "138 specialists", "20 helicopters". Years and days are none. */
export function figuresIn(tree: Tree, span: Span): readonly Figure[] {
  return tree.tokens.flatMap((token, at): Figure[] => {
    if (token.upos !== 'NUM' || token.span[0] < span[0] || token.span[1] > span[1]) return [];
    const noun = tree.head(at);
    if (tree.relation(at) !== 'nummod' || noun < 0 || tree.upos(noun) !== 'NOUN') return [];
    const value = SPELT.get(tree.form(at)) ?? Number(tree.form(at).replaceAll(',', ''));
    if (!Number.isFinite(value)) return [];
    return [{ span: token.span, value, of: tree.form(noun) }];
  });
}

/** Sentences after one that tells of an activity in which its deed may be told on with figures. */
const ON = 3;

/**
 * What the next sentences count of the same deed: "the training of engineers goes on. ... By May 40 engineers will have
 * been trained there."
 */
function figuresAfter(
  so: DerivedInput,
  index: SentenceIndex,
  activity: Activity,
  lexicon: EventLexicon,
): Activity | null {
  const deeds = /\b(\p{L}{4,})(?:ing|ment|ion)s?\b/giu;
  const stems = [...so.document.text.slice(...activity.evidence).matchAll(deeds)].map(([, stem = '']) =>
    stem.toLowerCase(),
  );
  const first = index.sentenceAt(activity.evidence[0]);
  for (let sentence = first + 1; sentence <= first + ON && sentence < so.sentences.length; sentence += 1) {
    const tree = index.tree(sentence);
    const at = tree.tokens.findIndex(({ upos }, place) => upos === 'VERB' && stems.includes(tree.lemma(place)));
    if (at < 0) continue;
    const evidence = clauseSpan(tree, at);
    const figures = figuresIn(tree, evidence);
    if (figures.length === 0) continue;
    const modality = findModality(tree, at, [], lexicon.governors);
    return {
      entity: activity.entity,
      parties: activity.parties,
      state: BY_MODALITY[modality],
      evidence,
      figures,
      grounds: groundsAt(so, tree.span(at)),
      rule: 'figures-after',
      why: `*${tree.form(at)}* goes on about the activity -> ${BY_MODALITY[modality]}`,
    };
  }
  return null;
}

function mergedFigures(a: readonly Figure[], b: readonly Figure[]): readonly Figure[] {
  return [...a, ...b.filter(({ span }) => !a.some((figure) => overlaps(figure.span, span)))];
}
