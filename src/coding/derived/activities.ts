// Operations, exercises and projects: who takes part, in what state they are, with which figures.
import type { Activity, ActivityState, Figure } from '../../model/items.ts';
import { overlaps, type Span } from '../../model/span.ts';
import { logicalSubjects } from '../events/clause.ts';
import { findModality } from '../events/modality.ts';
import { Parties } from '../events/parties.ts';
import type { Tree } from '../events/tree.ts';
import type { EventLexicon } from '../lexicon/events.ts';
import type { DerivedInput } from './agreements.ts';
import { clauseSpan, governorsOf, type Placed, SentenceIndex } from './sentence-index.ts';

/** One item for each activity and each state that the text says it is in, in text order. */
export function findActivities(so: DerivedInput, lexicon: { readonly events: EventLexicon }): readonly Activity[] {
  const index = new SentenceIndex(so);
  const found: Activity[] = [];
  for (const entity of so.register.all()) {
    if (entity.kind !== 'activity') continue;
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
        };
    }
  }
  return found;
}

function activityAt(
  so: DerivedInput,
  entity: string,
  owner: string | null,
  placed: Placed,
  lexicon: EventLexicon,
): Activity {
  const { tree, at } = placed;
  const { state, rule, word } = stateAt(placed, lexicon);
  const evidence = clauseSpan(tree, word);
  const parties = new Parties(tree, so.register, lexicon.classes, so.statements);
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
    rule,
    why: `activity under *${tree.form(word)}* -> ${state}`,
  };
}

/** The state that the nearest telling governor gives, moved to "planned" by its modality; under way without one. */
function stateAt(placed: Placed, lexicon: EventLexicon): { state: ActivityState; rule: string; word: number } {
  const { tree } = placed;
  let top = placed.at;
  for (const word of governorsOf(placed)) {
    top = word;
    const known =
      lexicon.derived.activityStates.get(tree.lemma(word)) ?? lexicon.derived.activityStates.get(tree.form(word));
    if (!known) continue;
    const modality = findModality(tree, word, [], lexicon.governors);
    if (modality === 'negated') return { state: 'refused', rule: known.rule, word };
    const open = known.value === 'under-way' || known.value === 'completed';
    if (open && modality === 'planned') return { state: 'planned', rule: known.rule, word };
    if (open && modality === 'hypothetical') return { state: 'proposed', rule: known.rule, word };
    return { state: known.value, rule: known.rule, word };
  }
  return { state: 'under-way', rule: 'activity-states', word: top };
}

/** Counts in a clause with what they count: "138 specialists", "20 helicopters". Years and days are none. */
export function figuresIn(tree: Tree, span: Span): readonly Figure[] {
  return tree.tokens.flatMap((token, at): Figure[] => {
    if (token.upos !== 'NUM' || token.span[0] < span[0] || token.span[1] > span[1]) return [];
    const noun = tree.head(at);
    if (tree.relation(at) !== 'nummod' || noun < 0 || tree.upos(noun) !== 'NOUN') return [];
    const value = Number(tree.form(at).replaceAll(',', ''));
    if (!Number.isFinite(value)) return [];
    return [{ span: token.span, value, of: tree.form(noun) }];
  });
}

function mergedFigures(a: readonly Figure[], b: readonly Figure[]): readonly Figure[] {
  return [...a, ...b.filter(({ span }) => !a.some((figure) => overlaps(figure.span, span)))];
}
