// What an item is, in a few words each: its class first, then what qualifies it.
import type { AnyView, EntityLink } from '../../record/views.ts';

const all = (role: string, links: readonly EntityLink[]): readonly string[] =>
  links.map(({ name }) => `${role}: ${name}`);
const one = (role: string, value: string | null | undefined): readonly string[] => (value ? [`${role}: ${value}`] : []);

export function tagsOf(item: AnyView): readonly string[] {
  return [
    ...ownTags(item),
    ...one('date', item.time.value),
    ...(item.review === 'machine' ? [] : [`review: ${item.review}`]),
  ];
}

function ownTags(item: AnyView): readonly string[] {
  switch (item.kind) {
    case 'event':
      return [
        item.type,
        ...one('mode', item.mode),
        `modality: ${item.modality}`,
        ...all('actor', item.actor),
        ...all('recipient', item.recipient),
        ...all('about', item.about),
        ...item.contexts.map((context) => `context: ${context}`),
      ];
    case 'statement':
      return [
        'statement',
        `form: ${item.form}`,
        ...all('speaker', item.speaker),
        ...all('addressee', item.addressee),
        ...all('about', item.about),
      ];
    case 'meeting':
      return ['meeting', `state: ${item.state}`, ...one('level', item.level), ...all('party', item.parties)];
    case 'development':
      return ['development', item.what, `agreement: ${item.agreement.name}`, ...all('by', item.by)];
    case 'obligation':
      return ['obligation', `agreement: ${item.agreement.name}`];
    case 'activity':
      return ['activity', `state: ${item.state}`, `activity: ${item.activity.name}`, ...all('party', item.parties)];
    case 'position':
      return ['position', `stance: ${item.stance}`, `actor: ${item.actor.name}`, `on: ${item.on.name}`];
  }
}
