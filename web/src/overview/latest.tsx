// What the last documents changed: the weightiest of what each was the first to tell.

import { useAnswer } from '../data/api.ts';
import { useAsOf, usePair } from '../data/as-of.ts';
import { dateWords } from '../data/words.ts';
import { Entries } from '../item/entry.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';

const NEWS = 3;

export function Latest() {
  const asOf = useAsOf();
  const isNarrowed = usePair().length > 0;
  const answer = useAnswer('/api/latest', { query: { ...asOf, limit: 3 } });
  return (
    <Section
      title="What the last documents changed"
      note={isNarrowed && 'between whomever they tell of'}
      more={<Link page="documents">all documents</Link>}
    >
      <Answer alone of={answer}>
        {(latest) =>
          latest.length === 0 ? (
            <Emptied title="No document was published by then." />
          ) : (
            <div className="latest">
              {latest.map(({ document, news }) => (
                <div key={document.id}>
                  <h3>
                    <Link page="documents" id={document.id}>
                      {document.title ?? document.id}
                    </Link>
                  </h3>
                  <p className="label">
                    {[document.publisher, dateWords(document.published)].filter(Boolean).join(' · ')}
                  </p>
                  {news.length ? <Entries items={news.slice(0, NEWS)} /> : <p className="label">Nothing new in it.</p>}
                  {news.length > NEWS && (
                    <Link page="documents" id={document.id} className="label">
                      and {news.length - NEWS} more
                    </Link>
                  )}
                </div>
              ))}
            </div>
          )
        }
      </Answer>
    </Section>
  );
}
