// One thing in full: a thread, a document, or the tellings of an event side by side.
import type {
  AnyView,
  CompareView,
  DocumentView,
  FindHit,
  MentionView,
  Page,
  ThreadDetail,
} from '../../record/views.ts';
import { writeLine } from '../stdout.ts';
import { documentOf, namesOf, quoteOf, whenOf } from './item-cells.ts';
import { timeline } from './item-listings.ts';
import { column, document, type OutputOptions, once, tellLeftOut, words, writeNamed, writeRows } from './listing.ts';
import { activities, agreements, meetings } from './register-listings.ts';

type Form = Pick<OutputOptions, 'csv' | 'ids'>;

async function heading(text: string): Promise<void> {
  await writeLine('');
  await writeLine(text);
}

export async function writeThread(thread: ThreadDetail, mentions: Page<MentionView>, form: Form): Promise<void> {
  const { entity, state, agreement, activity, items, positions, shifts, publishers } = thread;
  if (form.csv) return writeNamed(timeline, items.items, form);
  await writeLine(`${entity.name} (${entity.kind})`);
  const others = entity.names.filter((name) => name !== entity.name);
  if (others.length > 0) await writeLine(`also: ${others.slice(0, 6).join('; ')}`);
  if (state) await writeLine(`state: ${state.what}${state.time.value === null ? '' : ` ${whenOf(state.time)}`}`);
  const told = publishers.map(({ publisher, documents }) => `${publisher ?? 'no publisher named'} ${documents}`);
  await writeLine(`told by: ${told.join('; ')}`);
  if (agreement) {
    await heading('Developments');
    await writeRows(
      agreements.columns.slice(2),
      agreements.rows(agreement).map((row) => row.slice(2)),
      false,
    );
    for (const { about, claims } of agreement.contradictions) {
      await heading(`Told differently: ${about}`);
      for (const claim of claims) {
        await writeLine(
          `  ${whenOf(claim.time)}  ${claim.what} by ${namesOf(claim.by)}: “${quoteOf(claim)}” (${documentOf(claim)})`,
        );
      }
    }
  }
  if (activity) {
    await heading('What it came to');
    await writeRows(
      activities.columns.slice(2),
      activities.rows(activity).map((row) => row.slice(2)),
      false,
    );
  }
  if (thread.meetings.length > 0) {
    await heading('Meetings');
    await writeRows(
      meetings.columns,
      thread.meetings.flatMap((meeting) => meetings.rows(meeting)),
      false,
    );
  }
  if (positions.cells.length > 0) {
    await heading('Positions');
    await writeRows([once('who', 2), column('year'), column('stance'), words], positionRows(positions), false);
  }
  for (const { actor, before, after } of shifts) {
    await writeLine(
      `  shift: ${actor.name} from ${before.stance} (${whenOf(before.time)}) to ${after.stance} (${whenOf(after.time)})`,
    );
  }
  await heading('All items');
  await writeNamed(timeline, items.items, form);
  if (items.total > items.items.length)
    process.stderr.write(`${items.total - items.items.length} more: raise --limit to see them.\n`);
  if (mentions.items.length > 0) {
    await heading('Where it is mentioned');
    const told = mentions.items.map(({ document: { id, title, published }, sentence }) => [
      whenOf(published),
      sentence.text,
      title ?? id,
    ]);
    await writeRows([column('published'), words, document], told, false);
  }
  tellLeftOut(items.leftOut);
}

/** What sentences with some words tell, for a subject that the record has no name for. */
export async function writeWords(typed: string, { total, items }: Page<AnyView>, form: Form): Promise<void> {
  if (!form.csv) {
    await writeLine(`The record has no subject named “${typed}”; this is what sentences with these words tell.`);
    await writeLine('');
  }
  await writeNamed(timeline, items, form);
  if (total > items.length) process.stderr.write(`${total - items.length} more: raise --limit to see them.\n`);
}

/** Documents that hold some words of which nothing was made. */
export async function writeFound(typed: string, { total, items }: Page<FindHit>, csv: boolean): Promise<void> {
  if (!csv) {
    await writeLine(
      `The record has no subject named “${typed}” and made nothing of these words; this is where they stand.`,
    );
    await writeLine('');
  }
  const rows = items.flatMap((hit) =>
    hit.kind === 'document'
      ? [[whenOf(hit.document.published), hit.snippet.text, hit.document.title ?? hit.document.id]]
      : [],
  );
  await writeRows([column('published'), words, document], rows, csv);
  if (total > items.length) process.stderr.write(`${total - items.length} more: raise --limit to see them.\n`);
}

function positionRows({ actors, cells }: ThreadDetail['positions']): readonly (readonly string[])[] {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return cells.map(({ actor, period, stance, quote, number }) => [
    names.get(actor) ?? actor,
    period,
    number > 1 ? `${stance} ×${number}` : stance,
    quote,
  ]);
}

export async function writeDocument(view: DocumentView, form: Form): Promise<void> {
  const { statements, events, meetings: met, developments, obligations, activities: done, positions } = view;
  const items = [...statements, ...events, ...met, ...developments, ...obligations, ...done, ...positions];
  const own = (item: (typeof items)[number]) =>
    item.evidence.find(({ document: { id } }) => id === view.id)?.span[0] ?? 0;
  if (!form.csv) {
    await writeLine(view.title ?? view.id);
    const { value, basis } = view.published;
    await writeLine(
      [view.publisher, view.author, value === null ? 'no date' : `${value} (${basis})`, view.url]
        .filter(Boolean)
        .join(' · '),
    );
    for (const { code, message } of view.diagnostics) await writeLine(`${code}: ${message}`);
    await writeLine('');
  }
  // The last column of a timeline is the document.
  const listed = {
    ...timeline,
    columns: timeline.columns.slice(0, -1),
    rows: (item: AnyView) => timeline.rows(item).map((cells) => cells.slice(0, -1)),
  };
  await writeNamed(
    listed,
    items.toSorted((a, b) => own(a) - own(b)),
    form,
  );
}

export async function writeComparison(view: CompareView, csv: boolean): Promise<void> {
  const columns = [
    column('document', 2),
    column('source'),
    column('date'),
    column('place', 1),
    column('who', 2),
    column('lasted'),
    column('said by', 1),
    column('numbers', 2),
    words,
  ];
  const rows = view.tellings.map(({ document: { id, title }, evidence, fields, source }) => [
    title ?? id,
    String(source + 1),
    fields.date ?? '–',
    fields.place ?? '–',
    fields.recipient.length > 0
      ? `${fields.actor.join(', ')} → ${fields.recipient.join(', ')}`
      : fields.actor.join(', '),
    fields.duration.join('; ') || '–',
    fields.saidBy.join(', ') || '–',
    fields.numbers.join('; ') || '–',
    evidence.quote,
  ]);
  if (csv) return writeRows(columns, rows, true);
  const { event, reports, outlets, independent } = view;
  await writeLine(
    `${event.type} ${whenOf(event.time)}  ${namesOf(event.actor)}${event.recipient.length > 0 ? ` → ${namesOf(event.recipient)}` : ''}`,
  );
  await writeLine(
    `${counted(reports, 'report')}, ${counted(outlets, 'outlet')}, ${counted(independent, 'independent source')}`,
  );
  await heading('Tellings');
  await writeRows(columns, rows, false);
  if (view.differences.length === 0) await heading('They do not differ.');
  for (const { field, values } of view.differences) {
    await heading(`They differ on ${FIELD_NAMES[field] ?? field}:`);
    for (const { value, tellings } of values) {
      const tellers = tellings.flatMap(
        (at) => view.tellings[at]?.document.title ?? view.tellings[at]?.document.id ?? [],
      );
      await writeLine(`  ${value}  (${tellers.join('; ')})`);
    }
  }
  if (independent < reports) await heading(view.method);
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  actor: 'who did it',
  recipient: 'to whom',
  duration: 'how long it lasted',
  saidBy: 'who said it',
};

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;
