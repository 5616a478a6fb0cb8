// The documents of the record, shown where no document is open.
import { addressOf, useAnswer } from '../data/api.ts';
import type { Route } from '../data/route.ts';
import { dateWords } from '../data/words.ts';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';

export function Library({
  route,
  onMove,
}: {
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}) {
  const answer = useAnswer<'/api/documents'>(addressOf('/api/documents', { limit: 500 }));
  if (answer.state === 'loading') return <Notice>Listing the documents …</Notice>;
  if (answer.state === 'refused') return <Notice>{answer.message}</Notice>;
  if (answer.value.total === 0) {
    return <Notice>The record is empty. Read documents into it with “rapporteur read FILES”.</Notice>;
  }
  return (
    <section className="library" aria-label="Documents">
      <h2>Documents</h2>
      <ol>
        {answer.value.items.map((document) => (
          <li key={document.id}>
            <Link route={{ ...route, document: document.id, item: null }} onMove={onMove}>
              {document.title ?? document.id}
            </Link>
            <span className="label">
              {[document.publisher, dateWords(document.published)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {answer.value.total > answer.value.items.length && (
        <Notice>{`${answer.value.total - answer.value.items.length} more are in the record.`}</Notice>
      )}
    </section>
  );
}
