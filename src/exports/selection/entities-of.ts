// The entities that take part in an item, in any role.
import type { AnyView, EntityLink } from '../../record/views.ts';

export function entitiesOf(item: AnyView): readonly EntityLink[] {
  switch (item.kind) {
    case 'event':
      return [...item.actor, ...item.recipient, ...item.about, ...one(item.place)];
    case 'statement':
      return [...item.speaker, ...item.addressee, ...item.about, ...item.via];
    case 'meeting':
      return [...item.parties, ...one(item.body), ...one(item.place)];
    case 'development':
      return [item.agreement, ...item.by];
    case 'obligation':
      return [item.agreement];
    case 'activity':
      return [item.activity, ...item.parties];
    case 'position':
      return [item.actor, item.on];
  }
}

const one = (entity: EntityLink | null): readonly EntityLink[] => (entity ? [entity] : []);
