// `rapporteur as-of`: where everything stood on a day: agreements, activities, positions, promises, and how warm it was.
import { Command, Option } from 'commander';
import type { OpenRecord } from '../../record/record.ts';
import type { AsOf } from '../../record/views.ts';
import { EXIT_HELP } from '../exit.ts';
import { openToLook } from '../open-to-look.ts';
import { dateOption, recordOption, wholeNumber } from '../options.ts';
import { namesOf, quoteOf, stanceAndDeed, whenOf } from '../show/item-cells.ts';
import { type Column, column, type OutputOptions, tellLeftOut, when, words, writeRows } from '../show/listing.ts';
import { writeLine } from '../stdout.ts';

interface Options extends OutputOptions {
  readonly record: string;
  readonly known?: string;
  readonly limit: number;
}

export const asOfCommand = new Command('as-of')
  .summary('where everything stood on a day')
  .description(
    'Shows where everything stood at the end of a day, month or year: the state of agreements and activities, the latest\n' +
      'stance of each side, promises without an answer, meetings to come, and the temperature of that year. Every "show"\n' +
      'takes the same date with --as-of.',
  )
  .argument('<date>', '2013, 2013-10 or 2013-10-23', dateOption)
  .addOption(recordOption())
  .option('--known <date>', 'only what documents published by the end of this date tell', dateOption)
  .option('-n, --limit <n>', 'at most this many of each', wholeNumber(1, 1_000_000), 10)
  .addOption(new Option('--json', 'as JSON, with all evidence').default(false).conflicts('csv'))
  .option('--csv', 'as comma-separated values', false)
  .addHelpText(
    'after',
    `
Examples:
  $ rapporteur as-of 2011-06-30
  $ rapporteur as-of 2014-04 --known 2014-04
${EXIT_HELP}`,
  )
  .action(async (world: string, options: Options) => {
    const { known, limit } = options;
    const record = await openToLook(options.record);
    try {
      const state = await stateAt(record, { world, ...(known === undefined ? {} : { known }) }, limit);
      if (options.json) await writeLine(JSON.stringify(state, null, 2));
      else await writeState(state, options.csv);
    } finally {
      await record.close();
    }
  });

type State = Awaited<ReturnType<typeof stateAt>>;

async function stateAt(record: OpenRecord, asOf: AsOf, limit: number) {
  const year = asOf.world?.slice(0, 4) ?? '';
  const filter = { asOf, limit };
  const { rows, leftOut } = await record.temperature({ asOf, by: 'year', from: year, to: year });
  const plans = await record.meetings({ asOf });
  return {
    asOf,
    leftOut,
    agreements: (await record.agreements(filter)).items,
    activities: (await record.activities(filter)).items,
    stands: (await record.stands(filter)).items,
    openPromises: (await record.promises({ ...filter, outcomes: ['open'] })).items,
    plannedMeetings: plans.items
      .filter(({ meeting, became }) => meeting.state === 'planned' && became === null)
      .slice(0, limit),
    temperature: rows.toSorted((a, b) => b.events - a.events).slice(0, limit),
  };
}

const COLUMNS: readonly Column[] = [
  column('what'),
  column('subject', 3),
  column('state'),
  when,
  column('who', 2),
  words,
];

async function writeState(state: State, csv: boolean): Promise<void> {
  const rows = [
    ...state.agreements.flatMap(({ agreement, state: now, developments }) => {
      const told = developments.find(({ id }) => id === now?.development);
      return now && told
        ? [['agreement', agreement.name, now.what, whenOf(now.time), namesOf(told.by), quoteOf(told)]]
        : [];
    }),
    ...state.activities.flatMap(({ activity, state: now, parties, tellings }) => {
      const told = tellings.find(({ id }) => id === now?.item);
      return now && told
        ? [['activity', activity.name, now.what, whenOf(now.time), namesOf(parties), quoteOf(told)]]
        : [];
    }),
    ...state.stands.map((stand) => [
      'position',
      stand.on.name,
      stanceAndDeed(stand),
      whenOf(stand.latest.time),
      stand.actor.name,
      quoteOf(stand.latest),
    ]),
    ...state.openPromises.map(({ promise, event }) => [
      promise,
      namesOf(event.about),
      'open',
      whenOf(event.time),
      namesOf(event.actor),
      quoteOf(event),
    ]),
    ...state.plannedMeetings.map(({ meeting }) => [
      'meeting',
      meeting.body?.name ?? '',
      meeting.state,
      whenOf(meeting.time),
      namesOf(meeting.parties),
      quoteOf(meeting),
    ]),
    ...state.temperature.map(({ pair, period, score, events }) => [
      'temperature',
      pair.map(({ name }) => name).join(' – '),
      score.toFixed(2),
      period,
      '',
      `mean score of ${events} event${events === 1 ? '' : 's'}`,
    ]),
  ];
  if (csv || rows.length > 0) await writeRows(COLUMNS, rows, csv);
  else process.stderr.write('Nothing in the record fits.\n');
  tellLeftOut(state.leftOut);
}
