// Whether a sentence announces an act: the doer, or one who speaks for it, says what it will do.
import type { EventType } from '../../model/plover.ts';
import type { Coder } from './coder.ts';
import type { Roles } from './filled.ts';
import { conditionalClause, isAskedWhether, isForetold, type VerbGroup } from './modality.ts';
import type { Sense } from './senses.ts';
import { timeSetFor } from './set-for.ts';
import { innermostStatement } from './statement-index.ts';

/**
 * "will" or, reported, "would": what the subject, or one who speaks for it, says it will do. A passive or a bare "would"
 * announces nothing, and what somebody else expects of the subject is no announcement.
 */
export function isAnnounced(coder: Coder, sense: Sense, group: VerbGroup, roles: Roles): boolean {
  const { tree, input } = coder;
  if (sense.entry.kind === 'adjective' || (sense.entry.kind === 'noun' && sense.light === null)) return false;
  if (!roles.actor.length || sense.clause.passive || isAskedWhether(tree)) return false;
  // "The summit will take place in May": a meeting does not say what it will do.
  if (sense.entry.actor.includes('held')) return false;
  if (!group.future && !group.would) return false;
  // "The envoys will meet in Lima on 9 May": what is set for a day between equals is scheduled, and promised to nobody.
  if (SCHEDULED.has(sense.entry.type) && isTold(coder, sense, group)) return false;
  // "A working group, which will hold its first session in May": told of it, and not by it.
  if (sense.entry.type === 'CONSULT' && tree.deprel(sense.trigger) === 'acl:relcl') return false;
  if (sense.clause.subjects.every((at) => conditionalClause(tree, tree.head(at)))) return false;
  const statement = innermostStatement(input.statements, tree.span(sense.trigger));
  if (statement?.speaker.length && !speaksFor(coder, statement.speaker, roles.actor)) return false;
  if (group.future) return true;
  const head = tree.head(sense.trigger);
  const reported = tree.relation(sense.trigger) === 'ccomp' && head >= 0 && REPORTING.test(tree.lemma(head));
  return reported || (statement !== null && statement.form !== 'direct');
}

/** Whether a day that the act is set for stands with "will", or with "would" in what somebody told. */
function isTold({ tree, input }: Coder, { trigger }: Sense, group: VerbGroup): boolean {
  if (group.negated || !(group.future || isForetold(tree, trigger))) return false;
  return timeSetFor(tree, trigger, input.times, input.register) !== null;
}

const SCHEDULED: ReadonlySet<EventType> = new Set(['CONSULT', 'COOPERATE']);

const REPORTING = /^(?:say|announce|tell|declare|state|add|promise|confirm|insist|indicate|pledge|vow|make|clear)$/;

/** Whether a speaker is, belongs to or owns one of the actors, or belongs to nobody known. */
function speaksFor(coder: Coder, speakers: readonly string[], actors: readonly string[]): boolean {
  const ownerOf = (id: string) => coder.input.register.get(id)?.partOf ?? id;
  const owners = new Set(actors.flatMap((id) => [id, ownerOf(id)]));
  return speakers.some((id) => {
    const entity = coder.input.register.get(id);
    const unknown = (entity?.kind === 'person' || entity?.kind === 'group') && entity.partOf === null;
    return unknown || owners.has(id) || owners.has(ownerOf(id));
  });
}
