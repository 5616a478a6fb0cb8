// What of the schema differs by engine. All else is written once, in SQLite's words, and translated.

export interface EngineWords {
  /** Type of a key that the engine counts up itself. */
  readonly serialKey: string;
  /** The statement that makes `sentence_text` (rowid, text), the full text by sentence. */
  readonly fullTextTable: string;
  /** Statements that refuse changes to the rows of a table, with a message. */
  readonly appendOnly: (table: string, message: string) => string;
  /** Puts columns beside the key of a table, so that they are read along with it. */
  readonly including: (columns: string) => string;
  /** A field of a JSON object in a text column, as text. */
  readonly field: (column: string, name: string) => string;
}
