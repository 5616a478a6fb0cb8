// Where each side stands on each issue, agreement or activity: supports, opposes, is concerned, or sets conditions.
import type { EntityKind, Event, Position, Stance } from '../../model/items.ts';
import { contains, overlaps, type Span } from '../../model/span.ts';
import { logicalSubjects } from '../events/clause.ts';
import { conditionalClause, negatedPhrase, verbGroup } from '../events/modality.ts';
import { innermostStatement, Parties } from '../events/parties.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import type { DerivedInput } from './agreements.ts';
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
const OPPOSITE: Readonly<Record<Stance, Stance>> = {
  supports: 'opposes',
  opposes: 'supports',
  concerned: 'neutral',
  conditional: 'conditional',
  neutral: 'neutral',
};

/** Positions told by events about a matter and by words that govern its mentions, each once, in text order. */
export function findPositions(so: DerivedInput, lexicon: { readonly events: EventLexicon }): readonly Position[] {
  const index = new SentenceIndex(so);
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
    if (!MATTERS.has(entity.kind)) continue;
    for (const { span } of entity.mentions) {
      const placed = index.place(span);
      if (placed) for (const position of fromGovernor(so, entity.id, placed, lexicon.events)) add(position);
    }
  }
  return found.sort((a, b) => a.evidence[0] - b.evidence[0]);
}

function fromEvent(so: DerivedInput, index: SentenceIndex, event: Event): readonly Position[] {
  const stance = BY_EVENT[event.type];
  if (!stance || event.modality === 'hypothetical' || event.modality === 'planned') return [];
  const placed = index.place(event.trigger);
  const conditional = placed !== null && stance === 'supports' && hasCondition(placed.tree, placed.at);
  const shown: Stance = conditional ? 'conditional' : event.modality === 'negated' ? OPPOSITE[stance] : stance;
  const matters = event.about.filter((id) => MATTERS.has(so.register.get(id)?.kind ?? 'place'));
  return event.actor.flatMap((actor) =>
    matters.slice(0, 1).map(
      (on): Position => ({
        actor,
        on,
        stance: shown,
        evidence: event.evidence,
        statement: event.statement,
        rule: event.rule ?? event.type,
        why: `${event.type} about it -> ${shown}`,
      }),
    ),
  );
}

/** "if", "unless", "only when", "provided that" under a commitment. */
function hasCondition(tree: Tree, at: number): boolean {
  return tree
    .childrenIn(at, 'advcl')
    .some(
      (clause) =>
        conditionalClause(tree, clause) ||
        tree.childrenIn(clause, 'mark').some((mark) => /^(?:provided|when|once)$/.test(tree.form(mark))),
    );
}

/** "Oman fears the deployment", "Oman's plans for a base": the word over a mention and whose stand it is. */
function fromGovernor(so: DerivedInput, on: string, placed: Placed, lexicon: EventLexicon): readonly Position[] {
  const { tree } = placed;
  const parties = new Parties(tree, so.register, lexicon.classes, so.statements);
  for (const word of governorsOf(placed, 4)) {
    const known = lexicon.derived.stances.get(tree.lemma(word)) ?? lexicon.derived.stances.get(tree.form(word));
    if (!known) continue;
    const evidence = clauseSpan(tree, word);
    const holders = holdersOf(so, tree, word, parties, evidence);
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
function holdersOf(so: DerivedInput, tree: Tree, word: number, parties: Parties, evidence: Span): readonly string[] {
  const places = tree.upos(word) === 'VERB' ? logicalSubjects(tree, word) : tree.childrenIn(word, 'nmod:poss', 'amod');
  const own = parties.ofAll(places, { groups: false });
  if (own.length) return own;
  const statement = innermostStatement(so.statements, tree.span(word));
  const speaker = statement?.speaker ?? [];
  return contains(evidence, tree.span(word)) ? speaker : [];
}
