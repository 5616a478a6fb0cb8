// What the record says of an item beside its words, as named facts.
import type { AnyView, EntityLink } from '../../../src/service/contract.ts';
import { basisWords, dateWords, levelWords, MODALITY_WORDS, scoreWords, verbOf } from '../data/words.ts';

/** A fact's value: words, or entities to follow. */
export type Fact = readonly [name: string, value: string | readonly EntityLink[]];

export function factsOf(item: AnyView): readonly Fact[] {
  return [whenOf(item), ...particulars(item)].filter(([, value]) => value.length > 0);
}

function whenOf({ time }: AnyView): Fact {
  const basis = basisWords(time);
  return ['when', dateWords(time) + (basis ? ` (${basis})` : '')];
}

function particulars(item: AnyView): readonly Fact[] {
  switch (item.kind) {
    case 'event':
      return [
        ['who', item.actor],
        ['to or with whom', item.recipient],
        ['what', [verbOf(item.type), item.mode?.replaceAll('-', ' ')].filter(Boolean).join(' · ')],
        ['about', item.about],
        ['where', item.place ? [item.place] : []],
        ['did it happen', MODALITY_WORDS[item.modality] + (item.background ? ', told as background' : '')],
        [
          'PLOVER',
          `${item.type} ${scoreWords(item.score, Number.isInteger(item.score) ? 0 : 1)}${item.contexts.length ? `, ${item.contexts.join(', ').replaceAll('_', ' ')}` : ''}`,
        ],
      ];
    case 'statement':
      return [
        ['who', item.speaker],
        ['to whom', item.addressee],
        ['about', item.about],
        ['relayed by', item.via],
        ['form', item.form === 'direct' ? 'in its own words' : `${item.form} speech`],
      ];
    case 'meeting':
      return [
        ['who', item.parties],
        ['in', item.body ? [item.body] : []],
        ['level', levelWords(item.level)],
        ['where', item.place ? [item.place] : []],
        ['state', item.state],
        ['agenda', item.agenda.map(({ quote }) => quote).join(' · ')],
        ['outcome', item.outcome.map(({ quote }) => quote).join(' · ')],
      ];
    case 'development':
      return [
        ['agreement', [item.agreement]],
        ['what', item.what.replaceAll('-', ' ')],
        ['by', item.by],
      ];
    case 'obligation':
      return [['agreement', [item.agreement]]];
    case 'activity':
      return [
        ['activity', [item.activity]],
        ['parties', item.parties],
        ['state', item.state.replace('-', ' ')],
        ['figures', item.figures.map(({ value, of }) => `${value.toLocaleString('en')} ${of}`).join(', ')],
      ];
    case 'position':
      return [
        ['who', [item.actor]],
        ['on', [item.on]],
        ['stance', item.stance],
      ];
  }
}
