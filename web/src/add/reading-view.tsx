// A reading as it goes: how far it is, what each file brought, what failed and why.
import { countWords } from '../data/words.ts';
import { Link } from '../shell/link.tsx';
import { type FileProgress, type ReadingProgress, useProgress } from './progress.ts';

const STATES: Readonly<Record<FileProgress['state'], string>> = {
  waiting: 'waiting',
  reading: 'being read …',
  read: 'read',
  unchanged: 'in the record already',
  'left-out': 'left out',
  failed: 'not read',
};

const TITLES: Readonly<Record<ReadingProgress['state'], string>> = {
  waiting: 'Waiting for the readings before it',
  reading: 'Reading',
  settling: 'Putting it together with what is known',
  done: 'Done',
  failed: 'This failed; what was recorded before is whole',
};

export function ReadingView({ started }: { readonly started: ReadingProgress }) {
  const { state, files, fault, gone } = useProgress(started);
  const failed = files.filter((file) => file.state === 'failed').length;
  const over = files.filter((file) => file.state !== 'waiting' && file.state !== 'reading').length;
  const documents = files.flatMap((file) => file.documents);
  const leftOut = files.reduce((total, file) => total + file.leftOut.length, 0);
  const sum = (what: 'statements' | 'events') => documents.reduce((total, document) => total + document[what], 0);
  return (
    <article className="reading" aria-label="A reading">
      <p role="status">
        <strong>
          {TITLES[state]}
          {state === 'done' && failed > 0 && `, but ${countWords(failed, 'file')} could not be read`}
        </strong>{' '}
        <span className="label">
          {over} of {countWords(files.length, 'file')}
          {documents.length > 0 &&
            `: ${countWords(documents.length, 'document')}, ${countWords(sum('statements'), 'statement')}, ${countWords(sum('events'), 'event')}`}
          {leftOut > 0 && `; ${countWords(leftOut, 'document')} left out`}
        </span>
      </p>
      {state !== 'done' && state !== 'failed' && <progress value={over} max={files.length} aria-label="Files read" />}
      {gone && state !== 'done' && (
        <p className="fault" role="alert">
          Nothing is heard from the service. What it has read so far is kept; this goes on when it answers again.
        </p>
      )}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <ul className="lines">
        {files.map((file) => (
          <li key={file.name}>
            {file.name} <span className={`label file-${file.state}`}>{STATES[file.state]}</span>
            {file.documents.map((document) => (
              <span key={document.id} className="brought">
                <Link page="documents" id={document.id}>
                  {document.title ?? document.id}
                </Link>{' '}
                <span className="label">
                  {countWords(document.statements, 'statement')}, {countWords(document.events, 'event')}
                </span>
              </span>
            ))}
            {file.leftOut.map((id) => (
              <span key={id} className="brought">
                <Link page="documents" id={id}>
                  {id}
                </Link>{' '}
                <span className="label">was taken out of the record; its page puts it back</span>
              </span>
            ))}
            {file.faults.map((message) => (
              <span key={message} className="brought fault">
                {message}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </article>
  );
}
