// The record's tables as queries and the writer see them; the steps of the schema say what each column is for.
import type { MentionForm, TimexType } from '../../model/analysis.ts';
import type { DateBasis, PassageKind } from '../../model/document.ts';
import type { EntityKind } from '../../model/items.ts';
import type { ItemKind, RecordDate, ReviewState } from '../views/items.ts';

export interface DocumentRow {
  key: number;
  id: string;
  public_id: string;
  path: string;
  source_hash: string;
  text_hash: string;
  reader_version: string;
  text: string;
  title: string | null;
  publisher: string | null;
  author: string | null;
  language: string | null;
  url: string | null;
  published: string | null;
  published_basis: DateBasis;
  published_start: string | null;
  published_end: string | null;
  counted_from: string | null;
}

/** A document that people took out of the record. */
export interface TakenOutRow
  extends Pick<
    DocumentRow,
    'id' | 'text_hash' | 'source_hash' | 'path' | 'public_id' | 'title' | 'publisher' | 'published' | 'published_basis'
  > {
  items: number;
  rows: string;
}

export interface EntityRow {
  key: number;
  id: string;
  identity: string;
  kind: EntityKind;
  entity: number;
  name: string;
  code: string | null;
  part_of: number | null;
  offices: string;
  names: string;
  documents: number;
  mentions: number;
  folded: string;
}

export interface DocumentEntityRow {
  document: number;
  n: number;
  local: string;
  entity: number;
  name: string;
  code: string | null;
  part_of: number | null;
  owner: string;
  offices: string;
  rule: string | null;
  why: string | null;
  mentions: number;
}

export interface ItemRow {
  key: number;
  id: string;
  content_key: string;
  entry: number;
  kind: ItemKind;
  document: number;
  n: number;
  local: string | null;
  start: number;
  end: number;
  words: string;
  trigger_start: number | null;
  trigger_end: number | null;
  trigger: string | null;
  sentence_first: number | null;
  sentence_last: number | null;
  type: string | null;
  state: string | null;
  time_value: string | null;
  time_basis: RecordDate['basis'];
  time_start: string | null;
  time_end: string | null;
  score: number | null;
  background: number;
  refers: number | null;
  block: string | null;
  details: string;
  rule: string | null;
  why: string | null;
  review: ReviewState;
}

export interface PairPeriodRow {
  period: string;
  one: number;
  other: number;
  together: number;
  heard: number;
  events: number;
  score: number;
  quad1: number;
  quad2: number;
  quad3: number;
  quad4: number;
}

/** An item in a list; `list.ts` says how lists are numbered. */
export interface ListedRow {
  list: number;
  kind: ItemKind;
  begins: number;
  ends: number;
  told: number;
  item: number;
  type: string;
  state: string;
  parts: number;
  heard: number;
  alone: number;
}

/** A telling in a list, of what is told more than once. */
export interface TellingRow extends Omit<ListedRow, 'alone'> {
  known: number;
  entry: number;
}

/** Where an item stands in the queue of the review; `uncertainty.ts` says how doubts are summed. */
export interface DoubtRow {
  waits: number;
  kind: ItemKind;
  doubt: number;
  rule: string;
}

export const ROLES = [
  'actor',
  'recipient',
  'speaker',
  'addressee',
  'via',
  'about',
  'place',
  'party',
  'body',
  'agreement',
  'by',
  'activity',
  'on',
] as const;

/** The part an entity takes in an item. */
export type Role = (typeof ROLES)[number];

/** Roles of those who act or speak, as opposed to those something is done to or is about. */
export const ACTING_ROLES: readonly Role[] = ['actor', 'speaker', 'party', 'by'];
export const RECEIVING_ROLES: readonly Role[] = ['recipient', 'addressee'];
export const SUBJECT_ROLES: readonly Role[] = ['about', 'agreement', 'activity', 'on'];

/** Roles in which those who belong to a side stand for it: the city where others meet does not. */
export const SIDED_ROLES: readonly Role[] = [...ACTING_ROLES, ...RECEIVING_ROLES, ...SUBJECT_ROLES];

export interface Tables {
  documents: DocumentRow;
  sources: { path: string; hash: string; reader_version: string };
  passages: { document: number; n: number; start: number; end: number; kind: PassageKind; rule: string | null };
  sentences: { key: number; document: number; n: number; start: number; end: number; passage: number };
  /** Full text; `rowid` is the sentence's key. */
  sentence_text: { rowid: number; text: string };
  entities: EntityRow;
  document_entities: DocumentEntityRow;
  named_parties: { document: number; n: number; entity: number };
  mentions: { document: number; n: number; start: number; end: number; form: MentionForm };
  entity_names: { entity: number; document: number; name: string; times: number };
  times: {
    document: number;
    n: number;
    start: number;
    end: number;
    type: TimexType;
    value: string;
    rule: string | null;
  };
  items: ItemRow;
  roles: { item: number; role: Role; n: number; entity: number };
  diagnostics: {
    document: number;
    n: number;
    code: string;
    start: number | null;
    end: number | null;
    message: string;
  };
  reviews: { key: number; id: string; content_key: string; who: string; when: string; what: string; change: string };
  entity_sides: { entity: number; side: number };
  sketches: { document: number; words: string; hashes: string };
  sketch_keys: { hash: number; document: number };
  copies: { document: number; other: number; kind: 'same' | 'near'; resemblance: number };
  document_sources: { document: number; source: number };
  machine_items: { item: number; original: string };
  shaken: { item: number };
  machine_documents: { document: number; original: string };
  taken_out: TakenOutRow;
  review_subjects: { subject: string; review: number };
  stale_reviews: { stale: number };
  stale_blocks: { block: string };
  ties: { tie: number; item: number; document: number; n: number; begins: number; ends: number };
  stale_tellings: { item: number };
  stale_ties: { tie: number; begins: number; ends: number };
  stale_entities: { entity: number };
  pair_periods: PairPeriodRow;
  period_sums: Omit<PairPeriodRow, 'one' | 'other' | 'together'>;
  stale_pairs: { list: number; begins: number; ends: number };
  publishers: { key: number; name: string };
  listed: ListedRow;
  tellings: TellingRow;
  month_counts: Pick<ListedRow, 'kind' | 'type' | 'begins' | 'ends' | 'heard'> & { number: number };
  item_counts: { kind: ItemKind; begins: number; ends: number; type: string; state: string; number: number };
  stale_lists: { item: number };
  list_counts: { kind: ItemKind; list: number; number: number; subjects: number };
  stands: { subject: number; actor: number; positions: number; last: number; stance: string };
  stale_stands: { subject: number; actor: number };
  doubts: DoubtRow & { item: number; begins: number; id: string };
  doubt_counts: DoubtRow & { number: number };
  stale_doubts: { item: number };
}
