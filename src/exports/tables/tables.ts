// Every table with its columns. Cells with several values have "; " between; `roles` and `evidence` have a row for each.
import { ACTIVITY_STATES, DEVELOPMENTS, ENTITY_KINDS, ITEM_KINDS, MEETING_LEVELS, STANCES } from '../../model/items.ts';
import { EVENT_TYPES } from '../../model/plover.ts';
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

/** Values of a column, for its description. */
const listed = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(', ');

const identity: readonly Column<AnyView>[] = [
  [
    'id',
    'text',
    ({ id }) => id,
    'names the item and lasts: it is made of the words that the item rests on, so that another export, or a record built anew, has the same',
  ],
];
const dates: readonly Column<AnyView>[] = [
  [
    'date',
    'text',
    ({ time }) => time.value,
    'when it was, as exactly as it is known: `2013-10-23`, `2013-10`, `2013`, `2013-SP` (spring), `2013-Q3`, `2013-10/2013-11`; empty where nothing tells',
  ],
  ['date_first', 'text', ({ time }) => time.start, 'the first day it can mean'],
  ['date_last', 'text', ({ time }) => time.end, 'the last day it can mean'],
  [
    'date_basis',
    'text',
    ({ time }) => time.basis,
    'what the date rests on: `expression` (the text tells it), `published` (the text tells none, and the day of publication stands in its place), `unknown`',
  ],
];
const sources: readonly Column<AnyView>[] = [
  [
    'quote',
    'text',
    ({ evidence }) => evidence[0]?.quote ?? null,
    'the words it rests on, in the document that came out first; `evidence` has those of the others',
  ],
  ['document', 'text', ({ evidence }) => evidence[0]?.document.id ?? null, 'id of that document'],
  ['mentions', 'integer', (item) => countsOf(item).mentions, 'places in texts that tell it'],
  [
    'sources',
    'integer',
    (item) => countsOf(item).sources,
    'publishers that tell it; a document without one counts for itself',
  ],
  ['articles', 'integer', (item) => countsOf(item).articles, 'documents that tell it'],
  [
    'review',
    'text',
    ({ review }) => review,
    'what people decided: `machine` (nobody looked yet), `accepted`, `corrected`, `rejected`, `added` (by a person)',
  ],
];

/** Columns of an item, for a row that has an event in it. */
const ofEvent = (columns: readonly Column<AnyView>[]): readonly Column<{ readonly event: AnyView }>[] =>
  columns.map(([name, type, of, means]) => [name, type, ({ event }) => of(event), means]);

const events = table(
  'events',
  'What one political actor did, as PLOVER types: one row each, however many documents tell it.',
  eventsWithSides,
  [
    ...identity,
    ...dates,
    ['type', 'text', ({ type }) => type, `PLOVER's type of what was done: ${listed(EVENT_TYPES)}`],
    [
      'mode',
      'text',
      ({ mode }) => mode,
      "PLOVER's mode, which says more of the type: `visit` of CONSULT, `troops` of MOBILIZE; empty where none is told",
    ],
    ['cameo', 'text', ({ cameo }) => cameo, 'CAMEO code of two to four digits, as text: its zero in front counts'],
    [
      'quad',
      'integer',
      ({ quad }) => quad,
      'quad class of the type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict',
    ],
    [
      'score',
      'number',
      ({ score }) => score,
      "PLOVER's conflict-cooperation score of type and mode, from -10 (attack) to 10 (aid)",
    ],
    [
      'modality',
      'text',
      ({ modality }) => modality,
      'whether it happened: `actual`, `planned`, `hypothetical` (possible only), `negated` (said not to have happened)',
    ],
    ['background', 'boolean', ({ background }) => background, 'true where the text recalls it as history, not as news'],
    ['actor', 'text', ({ actor }) => names(actor), 'who does it'],
    [
      'actor_code',
      'text',
      ({ actor }) => codes(actor),
      'codes of the actors that are states (ISO 3166-1 alpha-3) or organisations (CAMEO); others are passed over',
    ],
    [
      'actor_side',
      'text',
      ({ actorSide }) => actorSide,
      'codes of the states and organisations that the actors are or belong to, each once: `RUS` for Sergei Lavrov',
    ],
    [
      'recipient',
      'text',
      ({ recipient }) => names(recipient),
      'to whom it is done; empty of what parties do together, where all are actors',
    ],
    ['recipient_code', 'text', ({ recipient }) => codes(recipient), 'codes of the recipients, as of the actors'],
    ['recipient_side', 'text', ({ recipientSide }) => recipientSide, 'sides of the recipients, as of the actors'],
    ['about', 'text', ({ about }) => names(about), 'issues, agreements and activities it is about'],
    ['place', 'text', ({ place }) => place?.name ?? null, 'where it was, where the text tells'],
    [
      'contexts',
      'text',
      ({ contexts }) => contexts.join('; '),
      "PLOVER's contexts, the fields of politics it belongs to: `military`, `diplomatic`, `economic`, `legal`, `territory` ...; `arms_control` is added to them",
    ],
    [
      'statement',
      'text',
      ({ statement }) => statement,
      'id of the statement that reports it; empty where the document itself tells it',
    ],
    ...sources,
  ],
);

const statements = table('statements', 'Reported speech, writing, thought or intention.', statementsWithSides, [
  ...identity,
  ...dates,
  ['speaker', 'text', ({ speaker }) => names(speaker), 'who says, writes, thinks or intends it'],
  [
    'speaker_side',
    'text',
    ({ speakerSide }) => speakerSide,
    'codes of the states and organisations that the speakers are or belong to, each once',
  ],
  ['addressee', 'text', ({ addressee }) => names(addressee), 'to whom it is said'],
  [
    'cue',
    'text',
    ({ cueText }) => cueText || null,
    'the words that mark the report: said, according to; empty where there are none',
  ],
  ['content', 'text', ({ contentText }) => contentText, "what is said, in the text's words; pieces have ` … ` between"],
  ['form', 'text', ({ form }) => form, '`direct` (between quotation marks), `indirect`, `mixed`'],
  [
    'about',
    'text',
    ({ about }) => names(about),
    'whom and what the words name: states, people, issues, agreements, activities',
  ],
  ['via', 'text', ({ via }) => names(via), 'who relays it, from the document inwards: agency, newspaper, expert'],
  ...sources,
]);

const meetings = table(
  'meetings',
  'Meetings that were held, planned, considered or refused.',
  (selection) => selection.items('meeting'),
  [
    ...identity,
    ...dates,
    ['state', 'text', ({ state }) => state, '`held`, `planned`, `considered` (proposed or possible), `refused`'],
    ['level', 'text', ({ level }) => level, `${listed(MEETING_LEVELS)}; empty where the text does not tell`],
    ['parties', 'text', ({ parties }) => names(parties), 'who meets'],
    ['body', 'text', ({ body }) => body?.name ?? null, 'the body that meets: a council, a commission'],
    ['place', 'text', ({ place }) => place?.name ?? null, 'where, where the text tells'],
    ['event', 'text', ({ event }) => event, 'id of the event that it is; empty where a person added the meeting'],
    [
      'agenda',
      'text',
      ({ agenda }) => agenda.map(({ quote }) => quote).join(' … ') || null,
      'words that tell what it is to be about; pieces have ` … ` between',
    ],
    [
      'outcome',
      'text',
      ({ outcome }) => outcome.map(({ quote }) => quote).join(' … ') || null,
      'words that tell what came of it',
    ],
    ...sources,
  ],
);

const developments = table(
  'developments',
  'What happened to treaties and other agreements: who signed, ratified, suspended what.',
  (selection) => selection.items('development'),
  [
    ...identity,
    ...dates,
    ['agreement', 'text', ({ agreement }) => agreement.name, 'the treaty or document'],
    ['what', 'text', ({ what }) => what, `what happened to it: ${listed(DEVELOPMENTS)}`],
    ['by', 'text', ({ by }) => names(by), 'who does it'],
    ...sources,
  ],
);

const obligations = table(
  'obligations',
  'Duties that the text of a treaty or agreement lays down ("each party shall notify ..."); most reports quote none. What somebody promised stands in `promises`.',
  (selection) => selection.items('obligation'),
  [
    ...identity,
    ...dates,
    [
      'agreement',
      'text',
      ({ agreement }) => agreement.name,
      'the treaty or document that lays the duty down; `quote` has the duty',
    ],
    ...sources,
  ],
);

const activities = table(
  'activities',
  'Exercises, programmes, deployments and the like, with their state at the time.',
  (selection) => selection.items('activity'),
  [
    ...identity,
    ...dates,
    [
      'activity',
      'text',
      ({ activity }) => activity.name,
      'the activity: an exercise, a programme, a deployment, a war',
    ],
    ['state', 'text', ({ state }) => state, listed(ACTIVITY_STATES)],
    ['parties', 'text', ({ parties }) => names(parties), 'who takes part'],
    [
      'figures',
      'text',
      ({ figures }) => figures.map(({ value, of }) => `${value} ${of}`).join('; ') || null,
      'numbers told of it, each with what it counts: `10 interceptors`',
    ],
    ...sources,
  ],
);

const positions = table('positions', 'Where an actor stands on an issue, agreement or activity.', positionsWithSides, [
  ...identity,
  ...dates,
  ['actor', 'text', ({ actor }) => actor.name, 'who takes the stand'],
  [
    'actor_side',
    'text',
    ({ actorSide }) => actorSide,
    'code of the state or organisation that the actor is or belongs to',
  ],
  ['on', 'text', ({ on }) => on.name, 'the issue, agreement or activity it is about'],
  ['stance', 'text', ({ stance }) => stance, listed(STANCES)],
  [
    'statement',
    'text',
    ({ statement }) => statement,
    'id of the statement that the stand is taken in; empty where it is taken by a deed',
  ],
  ...sources,
]);

const promises = table(
  'promises',
  'Promises, offers and requests of the events, with what became of them in whatever document tells it. `date` is when they were made; when they are to be kept is not read, though `quote` may tell it.',
  (selection) => selection.promises(),
  [
    [
      'id',
      'text',
      ({ event }) => event.id,
      'id of the event that it is, as in `events`, which has its codes and place',
    ],
    ['what', 'text', ({ promise }) => promise, '`promise`, `offer`, `request`'],
    ...ofEvent(dates),
    ['by', 'text', ({ event }) => names(event.actor), 'who promises, offers or asks'],
    ['to', 'text', ({ event }) => names(event.recipient), 'to whom it is promised or offered, or who is asked'],
    ['about', 'text', ({ event }) => names(event.about), 'issues, agreements and activities it is about'],
    [
      'state',
      'text',
      ({ outcome }) => outcome,
      '`open` (nothing found since that answers it), `fulfilled`, `refused`: as the first answer has it',
    ],
    ['answer', 'text', ({ answer }) => answer?.id ?? null, 'id of the event that answers it; empty while it is open'],
    ['answer_date', 'text', ({ answer }) => answer?.time.value ?? null, 'when the answer was'],
    ['answer_quote', 'text', ({ answer }) => answer?.evidence[0]?.quote ?? null, 'the words that tell the answer'],
    ['answer_document', 'text', ({ answer }) => answer?.evidence[0]?.document.id ?? null, 'id of their document'],
    [
      'answers',
      'text',
      ({ answers }) => answers.map(({ event }) => event.id).join('; ') || null,
      'ids of all events that can be its answer',
    ],
    ...ofEvent(sources),
  ],
);

const documents = table(
  'documents',
  'The documents that tell the items of the other tables.',
  (selection) => selection.documents(),
  [
    ['id', 'text', ({ id }) => id, 'names the document: its file or address, or the id that it came with'],
    ['title', 'text', ({ title }) => title, 'its title'],
    ['publisher', 'text', ({ publisher }) => publisher, 'who brought it out'],
    ['author', 'text', ({ author }) => author, 'who wrote it'],
    ['language', 'text', ({ language }) => language, 'ISO 639-1 code'],
    ['url', 'text', ({ url }) => url, 'its address'],
    ['published', 'text', ({ published }) => published.value, 'the day it came out, as exactly as it is known'],
    [
      'published_basis',
      'text',
      ({ published }) => published.basis,
      'what that rests on: `given` (with the document, or by a person), `stated` (in its text), `inferred` (from what the text says), `unknown`',
    ],
    ['length', 'integer', ({ length }) => length, 'length of its text in UTF-16 code units'],
    ...ITEM_KINDS.map(
      (kind): Column<DocumentText> => [
        `${kind}_count`,
        'integer',
        ({ counts }) => counts[kind],
        `${kind} items that it tells`,
      ],
    ),
  ],
);

const entities = table(
  'entities',
  'States, organisations, bodies, people and what else takes part in an item.',
  (selection) => selection.entities(),
  [
    ['id', 'text', ({ id }) => id, 'names the entity'],
    ['kind', 'text', ({ kind }) => kind, listed(ENTITY_KINDS)],
    ['name', 'text', ({ name }) => name, 'its fullest name'],
    ['code', 'text', codeOf, 'ISO 3166-1 alpha-3 of a state, CAMEO of an organisation; empty for others'],
    ['part_of', 'text', ({ partOf }) => partOf?.name ?? null, 'the state or organisation it belongs to'],
    ['offices', 'text', ({ offices }) => offices.join('; ') || null, 'offices of a person'],
    ['names', 'text', ({ names: all }) => all.join('; '), 'all names that documents have for it'],
    ['documents', 'integer', ({ documents: count }) => count, 'documents that mention it'],
    ['mentions', 'integer', ({ mentions }) => mentions, 'places in texts that mention it'],
  ],
);

/** Roles by the fields of an item's view that hold them. */
const ROLES: ReadonlyMap<string, string> = new Map(
  [
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
  ].map((field) => [field, field === 'parties' ? 'party' : field]),
);

const roles = table(
  'roles',
  'A row for each party of each item, where a cell of the other tables has several.',
  everyRole,
  [
    ['item', 'text', ({ item }) => item.id, 'id of the item, as in the table of its kind'],
    ['kind', 'text', ({ item }) => item.kind, `kind of the item: ${listed(ITEM_KINDS)}`],
    ['role', 'text', ({ role }) => role, `what the entity is in it: ${listed([...ROLES.values()])}`],
    ['entity', 'text', ({ entity }) => entity.id, 'id of the entity, as in `entities`'],
    ['name', 'text', ({ entity }) => entity.name, 'name of the entity'],
    ['code', 'text', ({ entity }) => codeOf(entity), 'its code, where it is a state or an organisation'],
  ],
);

const evidence = table(
  'evidence',
  'A row for each quotation that an item of the other tables rests on.',
  everyEvidence,
  [
    ['item', 'text', ({ item }) => item.id, 'id of the item, as in the table of its kind'],
    ['kind', 'text', ({ item }) => item.kind, 'kind of the item, as in `roles`'],
    ['document', 'text', ({ words }) => words.document.id, 'id of the document'],
    ['title', 'text', ({ words }) => words.document.title, 'title of the document'],
    ['publisher', 'text', ({ words }) => words.document.publisher, 'publisher of the document'],
    ['published', 'text', ({ words }) => words.document.published.value, 'the day it came out'],
    [
      'start',
      'integer',
      ({ words }) => words.span[0],
      'where the words begin in its text, in UTF-16 code units from 0',
    ],
    ['end', 'integer', ({ words }) => words.span[1], 'where they end, exclusive'],
    ['quote', 'text', ({ words }) => words.quote, 'the words'],
    ['sentence', 'text', ({ words }) => words.sentence.text, 'the sentence, or sentences, that they stand in'],
    [
      'rule',
      'text',
      ({ words }) => words.rule,
      'the rule or model that made the item of them; `review` where a person added it',
    ],
    ['why', 'text', ({ words }) => words.why, 'the reason in words'],
  ],
);

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

async function* everyRole(selection: Selection): AsyncGenerator<{ item: AnyView; role: string; entity: EntityLink }> {
  for await (const item of everyItem(selection)) {
    for (const [field, role] of ROLES) {
      const held = (item as unknown as Record<string, EntityLink | readonly EntityLink[] | null | undefined>)[field];
      for (const entity of [held ?? []].flat()) yield { item, role, entity };
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
  promises,
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
