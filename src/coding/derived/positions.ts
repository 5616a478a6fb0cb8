// Where each side stands on each issue, agreement or activity: supports, opposes, is concerned, or sets conditions.
import type { EntityKind, Event, Position, Stance } from '../../model/items.ts';
import { overlaps } from '../../model/span.ts';
import { verbClause } from '../events/clause.ts';
import { conditionalClause, hasCondition, negatedPhrase, verbGroup } from '../events/modality.ts';
import { Parties } from '../events/parties.ts';
import { innermostStatement } from '../events/statement-index.ts';
import { logicalSubjects } from '../events/subjects.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import type { DerivedInput } from './agreements.ts';
import { matterName } from './matter-name.ts';
import { clauseSpan, governorsOf, type Placed, SentenceIndex } from './sentence-index.ts';

const MATTERS: ReadonlySet<EntityKind> = new Set(['issue', 'agreement', 'activity']);
const BY_EVENT: Readonly<Partial<Record<Event['type'], Stance>>> = {
  SUPPORT: 'supports',
  AGREE: 'supports',
  REQUEST: 'supports',
  COOPERATE: 'supports',
  REJECT: 'opposes',
  ACCUSE: 'opposes',
  PROTEST: 'opposes',
  THREATEN: 'opposes',
};
/** Marks matters that only an event names. */
const MADE_HERE = 'matter-of-event';
/** Types whose object is a matter even where no lexicon knows it. */
const NAMING: ReadonlySet<Event['type']> = new Set(['REJECT', 'AGREE', 'SUPPORT', 'MOBILIZE']);
const OPPOSITE: Readonly<Record<Stance, Stance>> = {
  supports: 'opposes',
  opposes: 'supports',
  concerned: 'neutral',
  conditional: 'conditional',
  neutral: 'neutral',
};

/** Positions told by events about a matter and by words that govern its mentions, each once, in text order. */
export function findPositions(so: DerivedInput, lexicon: { readonly events: EventLexicon }): readonly Position[] {
  const index = new SentenceIndex(so, lexicon.events.baseForms);
  const found: Position[] = [];
  const add = (position: Position) => {
    const same = (other: Position) =>
      other.actor === position.actor &&
      other.on === position.on &&
      (other.stance === position.stance || overlaps(other.evidence, position.evidence));
    if (!found.some(same)) found.push(position);
  };
  for (const event of so.events) for (const position of fromEvent(so, index, event)) add(position);
  for (const entity of so.register.all()) {
    if (!MATTERS.has(entity.kind) || entity.rule === MADE_HERE || entity.rule === 'activity-told') continue;
    for (const { span } of entity.mentions) {
      const placed = index.place(span);
      if (placed) for (const position of fromGovernor(so, entity.id, placed, lexicon.events)) add(position);
    }
  }
  return found.sort((a, b) => a.evidence[0] - b.evidence[0]);
}

function fromEvent(so: DerivedInput, index: SentenceIndex, event: Event): readonly Position[] {
  const placed = index.place(event.trigger);
  const stance = placed && stanceOf(event, placed);
  if (!placed || !stance || isQuestion(placed.tree)) return [];
  const on = event.about.find((id) => MATTERS.has(so.register.get(id)?.kind ?? 'place')) ?? matterOf(so, event, placed);
  if (!on || isAgainstHarm(so, on, event, placed)) return [];
  return event.actor.map((actor) => ({
    actor,
    on,
    stance,
    evidence: event.evidence,
    statement: event.statement,
    rule: event.rule ?? event.type,
    why: `${event.type} ${event.modality} -> ${stance}`,
  }));
}

/** "What does Lima want on fishing?": who asks takes no stand, and who is asked has not answered. */
function isQuestion(tree: Tree): boolean {
  return tree.form(tree.size - 1) === '?';
}

/** To refuse an amendment, or to blame a breach, is no stand against the agreement itself. */
function isAgainstHarm(so: DerivedInput, on: string, event: Event, { tree, at }: Placed): boolean {
  if (so.register.get(on)?.kind !== 'agreement') return false;
  if (event.type === 'ACCUSE') return true;
  return tree
    .childrenIn(at, 'obj')
    .some((noun) => /^(?:amendment|change|violation|breach|withdrawal|suspension)$/.test(tree.lemma(noun)));
}

function stanceOf(event: Event, { tree, at }: Placed): Stance | null {
  if (event.type === 'MOBILIZE' && event.modality === 'negated') return 'opposes';
  const stance = BY_EVENT[event.type];
  if (!stance) return null;
  // "Unless Lima ratifies the pact": the one who sets the condition has a stand, not the one who is to meet it.
  if (conditionalClause(tree, at)) return null;
  if (stance === 'supports' && hasCondition(tree, at)) return 'conditional';
  if (event.modality === 'hypothetical' || event.modality === 'planned') return null;
  return event.modality === 'negated' ? OPPOSITE[stance] : stance;
}

/** The matter that only the event's own words name: what is refused, backed or agreed to ("refused to host the base"). */
function matterOf(so: DerivedInput, event: Event, { tree, at }: Placed): string | null {
  if (!NAMING.has(event.type)) return null;
  const head = tree.childIn(at, 'xcomp', 'obj', 'ccomp') ?? (event.type === 'REJECT' ? at : null);
  if (head === null || tree.upos(head) === 'PROPN') return null;
  const matter = MEETING.test(tree.lemma(head)) ? null : matterName(tree, head);
  if (!matter) return null;
  return so.register.add({
    kind: 'issue',
    name: matter.name,
    mentions: [{ span: matter.span, form: 'nominal' }],
    rule: MADE_HERE,
  });
}

/** A meeting to come is no matter to be for or against. */
const MEETING = /^(?:meeting|session|summit|visit|talk|conference|contact)$/;

/** "Oman fears the deployment", "Oman's plans for a base": the word over a mention and whose stand it is. */
function fromGovernor(so: DerivedInput, on: string, placed: Placed, lexicon: EventLexicon): readonly Position[] {
  const { tree } = placed;
  if (isQuestion(tree)) return [];
  const parties = new Parties(tree, so.register, lexicon.classes, so.statements);
  const below = tree.childrenIn(placed.at, 'acl').flatMap((clause) => [clause, tree.head(clause)]);
  for (const word of [...governorsOf(placed, 4), ...below.filter((at) => at !== placed.at)]) {
    // "The central question, fishing": a noun beside the matter names it and says nothing of it.
    if (tree.relation(placed.at) === 'appos' && word === tree.head(placed.at)) continue;
    const known = lexicon.derived.stances.get(tree.lemma(word)) ?? lexicon.derived.stances.get(tree.form(word));
    if (!known) continue;
    const evidence = clauseSpan(tree, word);
    const holders = holdersOf(so, tree, word, parties, lexicon);
    const negated = verbGroup(tree, word).negated || negatedPhrase(tree, word);
    const stance = negated ? OPPOSITE[known.value] : known.value;
    return holders
      .filter((actor) => actor !== on)
      .map((actor) => ({
        actor,
        on,
        stance,
        evidence,
        statement: innermostStatement(so.statements, tree.span(word))?.id ?? null,
        rule: known.rule,
        why: `*${tree.form(word)}* over the matter -> ${stance}`,
      }));
  }
  return [];
}

/** Subject, possessor or, for a judgement without either, the speaker. */
function holdersOf(
  so: DerivedInput,
  tree: Tree,
  word: number,
  parties: Parties,
  lexicon: EventLexicon,
): readonly string[] {
  if (lexicon.derived.stancesOfObject.has(tree.form(word)))
    return parties.ofAll(verbClause(tree, word).objects, { groups: false });
  const places = tree.upos(word) === 'VERB' ? logicalSubjects(tree, word) : tree.childrenIn(word, 'nmod:poss', 'amod');
  const own = parties.ofAll(places, { groups: false });
  if (own.length) return own;
  const statement = innermostStatement(so.statements, tree.span(word));
  return statement?.speaker ?? [];
}
