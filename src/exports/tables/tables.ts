// Every table with its columns. Cells with several values have "; " between; `roles` and `evidence` have a row for each.
import { ITEM_KINDS } from '../../model/items.ts';
import type { AnyView, DocumentText, EntityLink, Evidence } from '../../record/views.ts';
import { ORGANIZATIONS } from '../codes/organizations.ts';
import { countsOf } from '../counts.ts';
import type { Selection } from '../selection/selection.ts';
import { type Column, type Table, table } from './table.ts';

const names = (links: readonly EntityLink[]): string => links.map(({ name }) => name).join('; ');
/** A state's ISO 3166-1 alpha-3 code, an organisation's of CAMEO's tables; null for those that have none. */
const codeOf = ({ code, kind, name }: Pick<EntityLink, 'code' | 'kind' | 'name'>): string | null =>
  code ?? (kind === 'organization' ? ORGANIZATIONS.get(name)?.code : undefined) ?? null;
const codes = (links: readonly EntityLink[]): string | null =>
  links.flatMap((link) => codeOf(link) ?? []).join('; ') || null;

/** Codes of those that parties are or belong to, each once: of Sergei Lavrov `RUS`; looked up, since links do not say it. */
async function sideOf({ register }: Selection, links: readonly EntityLink[]): Promise<string | null> {
  const sides = (await register.lookUp(links)).flatMap(
    (party) => codeOf(party) ?? (party.owner && codeOf(party.owner)) ?? [],
  );
  return [...new Set(sides)].join('; ') || null;
}

const identity: readonly Column<AnyView>[] = [['id', 'text', ({ id }) => id]];
const dates: readonly Column<AnyView>[] = [
  ['date', 'text', ({ time }) => time.value],
  ['date_first', 'text', ({ time }) => time.start],
  ['date_last', 'text', ({ time }) => time.end],
  ['date_basis', 'text', ({ time }) => time.basis],
];
const sources: readonly Column<AnyView>[] = [
  ['quote', 'text', ({ evidence }) => evidence[0]?.quote ?? null],
  ['document', 'text', ({ evidence }) => evidence[0]?.document.id ?? null],
  ['mentions', 'integer', (item) => countsOf(item).mentions],
  ['sources', 'integer', (item) => countsOf(item).sources],
  ['articles', 'integer', (item) => countsOf(item).articles],
  ['review', 'text', ({ review }) => review],
];

const events = table('events', eventsWithSides, [
  ...identity,
  ...dates,
  ['type', 'text', ({ type }) => type],
  ['mode', 'text', ({ mode }) => mode],
  ['cameo', 'text', ({ cameo }) => cameo],
  ['quad', 'integer', ({ quad }) => quad],
  ['score', 'number', ({ score }) => score],
  ['modality', 'text', ({ modality }) => modality],
  ['background', 'boolean', ({ background }) => background],
  ['actor', 'text', ({ actor }) => names(actor)],
  ['actor_code', 'text', ({ actor }) => codes(actor)],
  ['actor_side', 'text', ({ actorSide }) => actorSide],
  ['recipient', 'text', ({ recipient }) => names(recipient)],
  ['recipient_code', 'text', ({ recipient }) => codes(recipient)],
  ['recipient_side', 'text', ({ recipientSide }) => recipientSide],
  ['about', 'text', ({ about }) => names(about)],
  ['place', 'text', ({ place }) => place?.name ?? null],
  ['contexts', 'text', ({ contexts }) => contexts.join('; ')],
  ['statement', 'text', ({ statement }) => statement],
  ...sources,
]);

const statements = table('statements', statementsWithSides, [
  ...identity,
  ...dates,
  ['speaker', 'text', ({ speaker }) => names(speaker)],
  ['speaker_side', 'text', ({ speakerSide }) => speakerSide],
  ['addressee', 'text', ({ addressee }) => names(addressee)],
  ['cue', 'text', ({ cueText }) => cueText || null],
  ['content', 'text', ({ contentText }) => contentText],
  ['form', 'text', ({ form }) => form],
  ['about', 'text', ({ about }) => names(about)],
  ['via', 'text', ({ via }) => names(via)],
  ...sources,
]);

const meetings = table('meetings', (selection) => selection.items('meeting'), [
  ...identity,
  ...dates,
  ['state', 'text', ({ state }) => state],
  ['level', 'text', ({ level }) => level],
  ['parties', 'text', ({ parties }) => names(parties)],
  ['body', 'text', ({ body }) => body?.name ?? null],
  ['place', 'text', ({ place }) => place?.name ?? null],
  ['event', 'text', ({ event }) => event],
  ['agenda', 'text', ({ agenda }) => agenda.map(({ quote }) => quote).join(' … ') || null],
  ['outcome', 'text', ({ outcome }) => outcome.map(({ quote }) => quote).join(' … ') || null],
  ...sources,
]);

const developments = table('developments', (selection) => selection.items('development'), [
  ...identity,
  ...dates,
  ['agreement', 'text', ({ agreement }) => agreement.name],
  ['what', 'text', ({ what }) => what],
  ['by', 'text', ({ by }) => names(by)],
  ...sources,
]);

const obligations = table('obligations', (selection) => selection.items('obligation'), [
  ...identity,
  ...dates,
  ['agreement', 'text', ({ agreement }) => agreement.name],
  ...sources,
]);

const activities = table('activities', (selection) => selection.items('activity'), [
  ...identity,
  ...dates,
  ['activity', 'text', ({ activity }) => activity.name],
  ['state', 'text', ({ state }) => state],
  ['parties', 'text', ({ parties }) => names(parties)],
  ['figures', 'text', ({ figures }) => figures.map(({ value, of }) => `${value} ${of}`).join('; ') || null],
  ...sources,
]);

const positions = table('positions', positionsWithSides, [
  ...identity,
  ...dates,
  ['actor', 'text', ({ actor }) => actor.name],
  ['actor_side', 'text', ({ actorSide }) => actorSide],
  ['on', 'text', ({ on }) => on.name],
  ['stance', 'text', ({ stance }) => stance],
  ['statement', 'text', ({ statement }) => statement],
  ...sources,
]);

const documents = table('documents', (selection) => selection.documents(), [
  ['id', 'text', ({ id }) => id],
  ['title', 'text', ({ title }) => title],
  ['publisher', 'text', ({ publisher }) => publisher],
  ['author', 'text', ({ author }) => author],
  ['language', 'text', ({ language }) => language],
  ['url', 'text', ({ url }) => url],
  ['published', 'text', ({ published }) => published.value],
  ['published_basis', 'text', ({ published }) => published.basis],
  ['length', 'integer', ({ length }) => length],
  ...ITEM_KINDS.map((kind): Column<DocumentText> => [`${kind}_count`, 'integer', ({ counts }) => counts[kind]]),
]);

const entities = table('entities', (selection) => selection.entities(), [
  ['id', 'text', ({ id }) => id],
  ['kind', 'text', ({ kind }) => kind],
  ['name', 'text', ({ name }) => name],
  ['code', 'text', codeOf],
  ['part_of', 'text', ({ partOf }) => partOf?.name ?? null],
  ['offices', 'text', ({ offices }) => offices.join('; ') || null],
  ['names', 'text', ({ names: all }) => all.join('; ')],
  ['documents', 'integer', ({ documents: count }) => count],
  ['mentions', 'integer', ({ mentions }) => mentions],
]);

const roles = table('roles', everyRole, [
  ['item', 'text', ({ item }) => item.id],
  ['kind', 'text', ({ item }) => item.kind],
  ['role', 'text', ({ role }) => role],
  ['entity', 'text', ({ entity }) => entity.id],
  ['name', 'text', ({ entity }) => entity.name],
  ['code', 'text', ({ entity }) => codeOf(entity)],
]);

const evidence = table('evidence', everyEvidence, [
  ['item', 'text', ({ item }) => item.id],
  ['kind', 'text', ({ item }) => item.kind],
  ['document', 'text', ({ words }) => words.document.id],
  ['title', 'text', ({ words }) => words.document.title],
  ['publisher', 'text', ({ words }) => words.document.publisher],
  ['published', 'text', ({ words }) => words.document.published.value],
  ['start', 'integer', ({ words }) => words.span[0]],
  ['end', 'integer', ({ words }) => words.span[1]],
  ['quote', 'text', ({ words }) => words.quote],
  ['sentence', 'text', ({ words }) => words.sentence.text],
  ['rule', 'text', ({ words }) => words.rule],
  ['why', 'text', ({ words }) => words.why],
]);

async function* eventsWithSides(selection: Selection) {
  for await (const event of selection.items('event')) {
    const actorSide = await sideOf(selection, event.actor);
    yield { ...event, actorSide, recipientSide: await sideOf(selection, event.recipient) };
  }
}

async function* statementsWithSides(selection: Selection) {
  for await (const statement of selection.items('statement'))
    yield { ...statement, speakerSide: await sideOf(selection, statement.speaker) };
}

async function* positionsWithSides(selection: Selection) {
  for await (const position of selection.items('position'))
    yield { ...position, actorSide: await sideOf(selection, [position.actor]) };
}

async function* everyItem(selection: Selection): AsyncGenerator<AnyView> {
  for (const kind of ITEM_KINDS) yield* selection.items(kind);
}

async function* everyEvidence(selection: Selection): AsyncGenerator<{ item: AnyView; words: Evidence }> {
  for await (const item of everyItem(selection)) for (const words of item.evidence) yield { item, words };
}

const ROLES = [
  'actor',
  'recipient',
  'speaker',
  'addressee',
  'about',
  'via',
  'place',
  'parties',
  'body',
  'agreement',
  'by',
  'activity',
  'on',
];

async function* everyRole(selection: Selection): AsyncGenerator<{ item: AnyView; role: string; entity: EntityLink }> {
  for await (const item of everyItem(selection)) {
    for (const role of ROLES) {
      const held = (item as unknown as Record<string, EntityLink | readonly EntityLink[] | null | undefined>)[role];
      for (const entity of [held ?? []].flat()) yield { item, role: role === 'parties' ? 'party' : role, entity };
    }
  }
}

export const TABLES: readonly Table[] = [
  events,
  statements,
  meetings,
  developments,
  obligations,
  activities,
  positions,
  documents,
  entities,
  roles,
  evidence,
];

/** The table of this name; the caller has checked that there is one. */
export function tableNamed(name: string): Table {
  const found = TABLES.find((one) => one.name === name);
  if (!found) throw new TypeError(`there is no table ${name}`);
  return found;
}
