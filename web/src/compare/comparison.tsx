// One event as its several sources tell it: field by field, differences marked, each telling with its words.
import type { CSSProperties } from 'react';
import type { CompareView } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { countWords, dateWords, labelOf, MODALITY_WORDS, titleOf } from '../data/words.ts';
import { Told } from '../item/told.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Link } from '../shell/link.tsx';
import { Answer } from '../shell/notice.tsx';
import { Page, Section } from '../shell/page.tsx';
import { Method } from './method.tsx';

type Field = CompareView['differences'][number]['field'];

const FIELDS: readonly (readonly [field: Field, title: string])[] = [
  ['date', 'when'],
  ['place', 'where'],
  ['actor', 'who'],
  ['recipient', 'to or with whom'],
  ['mode', 'how'],
  ['modality', 'did it happen'],
  ['duration', 'how long'],
  ['saidBy', 'said by'],
  ['numbers', 'numbers'],
];

export function Comparison({ id }: { readonly id: string }) {
  const answer = useAnswer('/api/compare/:id', { id, query: useAsOf() });
  return (
    <Answer page of={answer}>
      {(view) => <Compared view={view} />}
    </Answer>
  );
}

function Compared({ view }: { readonly view: CompareView }) {
  const { event, tellings, differences, reports, outlets, independent, method } = view;
  const differing = new Set(differences.map(({ field }) => field));
  return (
    <Page
      title={titleOf(event)}
      lead={`${labelOf(event)} · ${dateWords(event.time)} · ${countWords(reports, 'report')}, ${countWords(outlets, 'outlet')}, ${countWords(independent, 'independent source')}`}
      actions={
        <>
          <Link query={{ item: event.id }} className="button">
            The event as the record has it
          </Link>
          <ExportMenu query={{ item: event.id }} alone />
        </>
      }
    >
      <Section title="Field by field" note={differing.size ? 'marked where they differ' : 'they tell the same'}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
        <section className="comparison" tabIndex={0} aria-label="The tellings side by side">
          <table style={{ '--tellings': tellings.length } as CSSProperties}>
            <thead>
              <tr>
                <td />
                {tellings.map(({ document, evidence, source }) => (
                  <th key={`${document.id} ${evidence.span[0]}`} scope="col">
                    <Link page="documents" id={document.id} query={{ item: event.id }}>
                      {document.publisher ?? document.title ?? document.id}
                    </Link>
                    <span className="label">
                      {dateWords(document.published)}, source {source + 1}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {FIELDS.filter(([field]) => tellings.some(({ fields }) => written(field, fields) !== '–')).map(
                ([field, title]) => (
                  <tr key={field} className={differing.has(field) ? 'differs' : undefined}>
                    <th scope="row">
                      {title}
                      {differing.has(field) && <span className="chip chip-doubt">differs</span>}
                    </th>
                    {tellings.map(({ document, evidence, fields }) => (
                      <td key={`${document.id} ${evidence.span[0]}`}>{written(field, fields)}</td>
                    ))}
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </section>
        <Method words={method} />
      </Section>
      <Section title="In their words">
        <div className="tellings">
          {tellings.map(({ document, evidence }) => (
            <Told key={`${document.id} ${evidence.span[0]}`} told={evidence} item={event.id} />
          ))}
        </div>
      </Section>
    </Page>
  );
}

function written(field: Field, fields: CompareView['tellings'][number]['fields']): string {
  const value = fields[field];
  if (value === null || value.length === 0) return '–';
  if (typeof value !== 'string') return value.join(', ');
  if (field === 'date') return dateWords({ value });
  if (field === 'modality') return MODALITY_WORDS[value as keyof typeof MODALITY_WORDS] ?? value;
  return field === 'mode' ? value.replaceAll('-', ' ') : value;
}
