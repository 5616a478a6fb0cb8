// The head of the page: whose record this is, and how much it holds.
import { useAnswer } from '../data/api.ts';
import type { Route } from '../data/route.ts';

export function Masthead({ onMove }: { readonly onMove: (change: Partial<Route>) => void }) {
  const answer = useAnswer<'/api/record'>('/api/record');
  const count = (number: number, word: string) => `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;
  const home = { document: null, item: null, text: '', year: '' };
  // On a small screen the list of documents stands below the timeline.
  const showDocuments = () => {
    onMove(home);
    document.querySelector('.desk')?.scrollIntoView();
  };
  return (
    <header className="masthead">
      <h1>
        <a
          href="/"
          onClick={(click) => {
            click.preventDefault();
            onMove({ ...home, kind: 'event' });
          }}
        >
          Rapporteur
        </a>
      </h1>
      {answer.state === 'there' && (
        <p>
          <button type="button" onClick={showDocuments}>
            {count(answer.value.documents, 'document')}
          </button>
          {(['event', 'statement'] as const).map((kind) => (
            <button type="button" key={kind} onClick={() => onMove({ ...home, kind })}>
              {count(answer.value.counts[kind], kind)}
            </button>
          ))}
          {answer.value.from && (
            <span>
              {answer.value.from.slice(0, 4)}–{answer.value.to?.slice(0, 4)}
            </span>
          )}
        </p>
      )}
    </header>
  );
}
