// Who publishes what the record rests on, and which documents are copies of one text.

import { useAnswer } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { dateWords, shortDate } from '../data/words.ts';
import { Emptied } from '../shell/emptied.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';
import { Method } from './method.tsx';

export function Sources() {
  const answer = useAnswer('/api/sources', { query: useAsOf() });
  return (
    <Section title="Sources" note="copies of one text count as one independent source">
      <Answer of={answer}>
        {({ publishers, duplicates, method }) =>
          publishers.length === 0 ? (
            <Emptied title="No document was published by then.">
              <Link page="add">Add documents</Link>.
            </Emptied>
          ) : (
            <>
              <table>
                <thead>
                  <tr>
                    <th>publisher</th>
                    <th className="number">documents</th>
                    <th className="number">independent</th>
                    <th className="number">items</th>
                    <th>published</th>
                  </tr>
                </thead>
                <tbody>
                  {publishers.map(({ publisher, documents, independent, items, from, to }) => (
                    <tr key={publisher ?? ''}>
                      <td>{publisher ?? 'none named'}</td>
                      <td className="number">{documents}</td>
                      <td className="number">{independent}</td>
                      <td className="number">{items}</td>
                      <td className="label">
                        {from ? shortDate({ value: from === to ? from : `${from}/${to}` }) : 'undated'}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {duplicates.length > 0 && <h3>Copies</h3>}
              <ul className="lines">
                {duplicates.map(({ documents, kind, resemblance }) => (
                  <li key={documents[0]?.id}>
                    {documents.map((document, at) => (
                      <span key={document.id}>
                        {at > 0 && ' = '}
                        <Link page="documents" id={document.id}>
                          {document.title ?? document.id}
                        </Link>{' '}
                        <span className="label">{dateWords(document.published)}</span>
                      </span>
                    ))}{' '}
                    <span className="label">
                      {kind === 'same' ? 'the same text' : `nearly the same, ${Math.round(resemblance * 100)} %`}
                    </span>
                  </li>
                ))}
              </ul>
              <Method words={method} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}
