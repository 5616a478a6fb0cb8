// What the record asks of a database. Queries and writing are the same on every engine; what differs is behind this.
import type { Kysely } from 'kysely';
import type { Tables } from '../schema/tables.ts';

export type TableName = keyof Tables;

/** A row to write; what is left out takes the table's default. */
export type Row<T extends TableName> = Readonly<Partial<Tables[T]>>;

export interface Engine {
  /** The record as people name it: a path, or an address without its password. */
  readonly place: string;
  readonly readOnly: boolean;
  /** For queries on what is committed or, between `hold` and `release`, on one state of it. */
  readonly db: Kysely<Tables>;
  /**
   * Runs `work` in a transaction; no other writer of the record, in this process or another, is in one meanwhile.
   * Nothing of it is kept where it throws.
   * @param patient whether to wait for another writer, which may be merging for minutes
   * @throws Fault `record-unwritable`; what `work` throws
   */
  write<T>(work: (writing: Writing) => Promise<T>, patient?: boolean): Promise<T>;
  /** From here on queries see the record as it is now, whatever others write. Only on a read-only record. */
  hold(): Promise<void>;
  release(): Promise<void>;
  /**
   * Another number as soon as anybody else has changed the record, whatever is held; the same one as long as nobody has.
   * Null where the engine does not tell.
   */
  state(): number | null;
  close(): Promise<void>;
}

/** What only a write transaction can do. Queries of one run on `db`. */
export interface Writing {
  readonly db: Kysely<Tables>;
  /** Puts rows into a table as fast as the engine can; all of them have the fields of the first. */
  insert<T extends TableName>(table: T, rows: readonly Row<T>[]): Promise<void>;
  /** Changes rows by their `key`; all of them have the fields of the first. */
  update<T extends 'items' | 'entities' | 'documents'>(
    table: T,
    rows: readonly (Row<T> & { readonly key: number })[],
  ): Promise<void>;
  /** Has the engine look at tables that have grown by much, so that it plans for what they hold now. */
  analyze(...tables: readonly TableName[]): Promise<void>;
  /** Makes texts of sentences searchable; `rowid` is the sentence's key. */
  index(sentences: readonly Tables['sentence_text'][]): Promise<void>;
}
