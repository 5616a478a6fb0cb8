// Options that choose what of the record is shown, and the filter they stand for.
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Fault } from '../model/fault.ts';
import { MODALITIES, type Modality } from '../model/items.ts';
import { EVENT_TYPES, type EventType } from '../model/plover.ts';
import { daysOf } from '../record/dates.ts';
import type { ItemFilter, OpenRecord } from '../record/record.ts';
import type { AsOf, ReviewState } from '../record/views.ts';
import { entityNamed } from './entity-named.ts';
import { dateOption, wholeNumber } from './options.ts';

export interface FilterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly type?: EventType;
  readonly modality?: Modality;
  readonly actor?: string;
  readonly about?: string;
  readonly pair?: readonly [string, string];
  readonly publisher?: string;
  readonly review?: ReviewState;
  readonly text?: string;
  readonly asOf?: string;
  readonly known?: string;
  readonly limit: number;
}

/** Adds the options to a command, in groups that its help shows. */
export function addFilterOptions(command: Command): Command {
  return addAsOfOptions(command)
    .option('--from <date>', 'from this date on: 2013, 2013-10, "23 October 2013"', dateOption)
    .option('--to <date>', 'up to this date', dateOption)
    .option(
      '--actor <name>',
      'what this one does or says, and the people and bodies of a state or organisation for it: a name, a code such as RUS, or an id',
    )
    .option('--about <name>', 'about this issue, agreement, activity or body itself')
    .option('--pair <a,b>', 'between these two states or organisations, their bodies and people', pairOption)
    .addOption(new Option('--type <type>', 'events of this PLOVER type').choices(EVENT_TYPES))
    .addOption(
      new Option('--modality <modality>', 'events that happened, are planned, possible or denied').choices(MODALITIES),
    )
    .option('--publisher <name>', 'told by this publisher')
    .addOption(
      new Option('--review <state>', 'in this state of review').choices([
        'machine',
        'accepted',
        'corrected',
        'rejected',
        'added',
      ]),
    )
    .option('-n, --limit <n>', 'at most this many', wholeNumber(1, 1_000_000), 100);
}

/** The two dates that every question takes. */
export function addAsOfOptions(command: Command): Command {
  return command
    .option('--as-of <date>', 'only what had happened or been said by the end of this date', dateOption)
    .option('--known <date>', 'only what documents published by the end of this date tell', dateOption);
}

/** The parser of an option that is two names. */
export function pairOption(value: string): readonly [string, string] {
  const [first, second, ...more] = value.split(',').map((name) => name.trim());
  if (!first || !second || more.length > 0) throw new InvalidArgumentError('It takes two names with a comma between.');
  return [first, second];
}

/** @throws Fault `option-value` where a time begins after it ends; `end` is the option that gave the end */
export function checkOrder(from: string | undefined, to: string | undefined, end: string): void {
  if (from === undefined || to === undefined) return;
  if ((daysOf(from)?.start ?? '') <= (daysOf(to)?.end ?? '9')) return;
  throw new Fault('option-value', { option: '--from', value: from, reason: `it is later than ${end} ${to}` });
}

export function asOfFrom({ asOf, known }: Pick<FilterOptions, 'asOf' | 'known'>): { readonly asOf?: AsOf } {
  if (asOf === undefined && known === undefined) return {};
  return { asOf: { ...(asOf === undefined ? {} : { world: asOf }), ...(known === undefined ? {} : { known }) } };
}

/**
 * The filter that options stand for, names looked up in the record.
 * @throws Fault `name-unknown` for a name that the record does not have
 */
export async function filterFrom(record: OpenRecord, options: FilterOptions): Promise<Omit<ItemFilter, 'kinds'>> {
  const { from, to, type, modality, actor, about, pair, publisher, review, text, limit } = options;
  checkOrder(from, to, '--to');
  const idOf = async (option: string, name: string) => (await entityNamed(record, option, name)).id;
  return {
    limit,
    ...asOfFrom(options),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(type === undefined ? {} : { types: [type] }),
    ...(modality === undefined ? {} : { modalities: [modality] }),
    ...(actor === undefined ? {} : { actors: [await idOf('--actor', actor)] }),
    ...(about === undefined ? {} : { themselves: [await idOf('--about', about)] }),
    ...(pair === undefined ? {} : { pair: [await idOf('--pair', pair[0]), await idOf('--pair', pair[1])] }),
    ...(publisher === undefined ? {} : { publishers: [publisher] }),
    ...(review === undefined ? {} : { reviews: [review] }),
    ...(text === undefined ? {} : { text }),
  };
}
