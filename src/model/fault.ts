// The catalogue of faults: every message that stops a command, with a stable code, the value seen and the cure.

const KINDS_READ =
  'Text, Markdown, HTML, PDF, Word, RSS and Atom, JSON, JSON Lines, CSV, WARC, WACZ, zip and gzip are read.';

/** Messages by code; `{name}` stands for a value of the case at hand. */
const MESSAGES = {
  'stage-order': 'stage "{stage}" {problem}. Put the stage that writes it before, in src/reader.ts.',
  'file-missing': 'there is no file or folder {path}. Check the spelling, or give a path that exists.',
  'file-unreadable': 'cannot read {path}: {reason}. Check its permissions.',
  'file-unwritable': 'cannot write {path}: {reason}. Give another place, or make the folder writable.',
  'file-kind': `cannot read {path}: it is {what}. ${KINDS_READ}`,
  'folder-empty': `there is no file to read in the folder {path}{passed}. ${KINDS_READ} Give another folder, or name a file itself.`,
  'file-too-large': 'cannot read {path}: it is {size}, and such a file may have {limit}. Split it.',
  'file-broken': 'cannot read {path} as {kind}: {reason}. Open it in its own program and save it anew.',
  'file-no-text':
    'there is no text in {path}. Leave it out; of a scan have the text recognised first (with ocrmypdf, say), and read what that gives.',
  'part-too-large': 'cannot read {place}: it is larger than {limit}. Split it, or take it out.',
  'archive-limit': 'will not unpack {path}: {reason}. If it is no bomb, unpack it yourself and give the folder.',
  'sidecar-broken':
    'cannot use {path}: {reason}. Write an object with title, published, publisher, author, url or language.',
  'address-private':
    'will not fetch {address}: {reason}. If you mean a server of your own, allow it with --allow-private, as in: rapporteur read --allow-private {address}',
  'address-robots':
    'will not fetch {address}: the robots.txt of the site does not allow it. Save the page from a browser and read that.',
  'address-failed': 'cannot fetch {address}: {reason}. Check the address, or save it from a browser and read that.',
  'document-unread': 'cannot read {path}: {reason}. Take the document out, or report it.',
  'columns-missing':
    'cannot read {path}: no column holds {field}; its columns are {known}. Name them with --columns, as in: rapporteur read --columns text=NAME,date=NAME {path}',
  'line-not-json': 'this line is not JSON: {reason}. Each line must be one JSON object.',
  'line-not-document': 'this is not a document: {reason}.',
  'lexicon-row': '{path}, line {line}: {reason}',
  'lexicon-missing': 'there is no lexicon folder {path}. Give a folder with .tsv files laid out as in lexicon/.',
  'model-missing':
    'the model file {path} is missing. Reinstall the package, or make the weights anew as training/README.md says.',
  'record-unwritable':
    'cannot write the record {path}: {reason}. Give another place with --record, or make the folder writable.',
  'record-unreadable': 'cannot read the record {path}: {reason}. Check its permissions.',
  'record-folder': '{path} is a folder, and a record is a file. Name a file, as in: --record {file}',
  'record-missing':
    'there is no record {path}. Make one with "rapporteur read FILES" or "rapporteur serve --new", or name another with --record.',
  'record-foreign': '{path} is not a record of Rapporteur: {reason}. Name another file with --record.',
  'record-newer': '{path} was written by a newer version (schema {found}, this one knows {known}). Update Rapporteur.',
  'record-older':
    '{path} was written by an older version (schema {found}, this one has {known}) and cannot be changed here. Make it writable, or copy it to where it is.',
  'record-unreachable':
    'cannot reach the record {path}: {reason}. Check that PostgreSQL runs there, and the name, password and database in the address.',
  'record-address': '{path} is no address of a record: {reason}. Give postgres://USER@HOST/DATABASE.',
  'backup-elsewhere':
    '{path} is kept by PostgreSQL, which has its own program for backups: pg_dump --schema={schema} --format=custom --file={file} DATABASE.',
  'review-decision': 'this cannot be decided so: {reason}.',
  'review-unknown':
    'there is no {what} {id} in the record. "rapporteur review queue" and "rapporteur show timeline --ids" list what there is.',
  'review-conflict':
    '{who} decided about {item} since you looked at it ({when}). Look at its history, then decide again.',
  'review-undone': '{id} was taken back by {who} ({when}) already. To make it hold again, undo {by}.',
  'thread-lost': 'the thread that was asked ended before it answered: {reason}. Another is started: ask again.',
  'port-taken': 'port {port} on {host} is in use. Stop the program that holds it, or choose another with --port.',
  'queue-unreachable':
    'cannot reach the queue at {servers}: {reason}. Start nats-server with JetStream (nats-server -js), or name another with --nats.',
  'queue-unready': 'the queue cannot be used: {reason}. Start nats-server with -js, and see docs/fleet.md.',
  'document-too-large':
    'document {id} has {size} bytes, packed, and the server takes {limit}. Raise its max_payload (64MB at most), or give the file to "rapporteur read" with the same --record.',
  'port-closed': 'cannot listen on port {port} of {host}: {reason}. Choose others with --host and --port.',
  'export-format': 'there is no export format "{format}". Known are: {known}.',
  'access-file': 'cannot use the access file {path}: {reason}. Make it with "rapporteur access add NAME".',
  'argument-missing': '"rapporteur {command}" takes {what}, as in: rapporteur {command} {example}. {cure}.',
  'item-unknown': 'there is no {what} "{id}" in the record. {cure}.',
  'name-unknown':
    '{option} takes a name, code or id from the record, and "{name}" is none{near}. "rapporteur show entities WORD" finds names.',
  'option-value': '{option} cannot be {value}: {reason}.',
} as const;

export type FaultCode = keyof typeof MESSAGES;

/** A fault in how the program is used or set up, as opposed to in a text it reads: text never throws. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: FaultCode, values: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(
      MESSAGES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`)),
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
    this.values = values;
  }
}

/** The reason in an error of the platform, without its code or stack, nor the path that the message around it names. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'syscall' in error ? (SYSTEM_ERROR.exec(error.message)?.[1] ?? error.message) : error.message;
}

/** As Node words what the system refuses: "EACCES: permission denied, open 'a.txt'". */
const SYSTEM_ERROR = /^E[A-Z0-9]+: (.+?), \w+(?: '.*)?$/s;
