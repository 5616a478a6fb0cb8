// The items that fit a query: by its sides, subject, deed and time, or where none do, by less.
import { ITEM_KINDS } from '../../model/items.ts';
import type { ItemFilter, OpenRecord } from '../../record/record.ts';
import type { AnyView, ItemKind, Page } from '../../record/views.ts';
import type { Understood } from './understood.ts';

type Filter = Omit<ItemFilter, 'kinds'>;

export interface Fitting {
  readonly page: Page<AnyView>;
  /** What to say beside them; null where they fit in all. */
  readonly note: string | null;
}

/** Whether a query is about what happened, and not only about where some words stand or who bears a name. */
export function isAboutItems({ actors, subjects, types, span }: Understood, { from, to }: Filter): boolean {
  const named = actors.length + subjects.length;
  const dated = [span.from, from, to].some((date) => date !== undefined);
  return dated || types.length > 0 || named > 1;
}

/** The first that fit: all that was understood; all its words in one sentence; all but the words left over. */
export async function fittingItems(
  record: OpenRecord,
  understood: Understood,
  filter: Filter,
  kinds: readonly ItemKind[] = ITEM_KINDS,
): Promise<Fitting> {
  const { actors, subjects, types, span, rest, sought } = understood;
  const dated: Filter = { ...filter, ...span, ...(types.length > 0 ? { types } : {}) };
  const who = await sidesOf(
    record,
    actors.map(({ id }) => id),
  );
  const named: Filter = { ...dated, ...who, ...(subjects.length > 0 ? { about: subjects.map(({ id }) => id) } : {}) };
  const isNamed = actors.length + subjects.length > 0;
  const rungs: readonly { readonly asked: Filter; readonly note: string | null }[] = [
    { asked: rest ? { ...named, text: rest } : named, note: null },
    ...(isNamed
      ? [
          {
            asked: { ...dated, text: sought },
            note: 'Nothing has them as its sides or subject; told in sentences with these words:',
          },
        ]
      : []),
    ...(isNamed && rest
      ? [{ asked: named, note: `Without the words ${rest}, which stand in no sentence that fits:` }]
      : []),
  ];
  for (const { asked, note } of rungs) {
    const page = await record.timeline({ ...asked, kinds });
    if (page.total > 0) return { page, note };
  }
  return { page: { total: 0, offset: 0, limit: -1, items: [] }, note: null };
}

/** Two sides deal with one another; one alone acts or speaks, itself or by its bodies and people. */
async function sidesOf(record: OpenRecord, ids: readonly string[]): Promise<Filter> {
  const [first, second, ...more] = ids;
  if (first === undefined) return {};
  if (second !== undefined && more.length === 0) return { pair: [first, second] };
  const parts = second === undefined ? ((await record.entity(first))?.parts ?? []) : [];
  return { actors: [...ids, ...parts.map(({ id }) => id)] };
}
