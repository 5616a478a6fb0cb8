// The document reader: the text as it stands, with what the record takes from it marked and explained.
import { useEffect, useMemo, useRef } from 'react';
import type { DocumentView } from '../../../src/service/contract.ts';
import { useAddress, useChange } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { useIsLater } from '../data/as-of.ts';
import { basisWords, countWords, dateWords } from '../data/words.ts';
import { pageOf } from '../item/entity-name.tsx';
import { Emptied } from '../shell/emptied.tsx';
import { ExportMenu } from '../shell/export-menu.tsx';
import { Answer, Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { AddItem } from './add-item.tsx';
import { DocumentHead } from './head-form.tsx';
import { Margin } from './margin.tsx';
import { Passage } from './passage.tsx';
import { LAYERS, type Layer, marksOf } from './runs.ts';
import { TakeOut } from './take-out.tsx';
import { TakenOutPlace } from './taken-out.tsx';

/** What is marked where the address does not say: names and dates would make a first sight restless. */
const FIRST_LAYERS = 'statements,events';

export const readerAsked = (id: string) => ['/api/documents/:id', { id }] as const;

export function Reader({ id }: { readonly id: string }) {
  const answer = useAnswer(...readerAsked(id));
  const shown = (
    <Answer page of={answer}>
      {(document) => <Text document={document} />}
    </Answer>
  );
  const isMissing = answer.state === 'refused' && answer.code === 'not-found';
  return isMissing ? <TakenOutPlace id={id}>{shown}</TakenOutPlace> : shown;
}

function Text({ document }: { readonly document: DocumentView }) {
  const { query } = useAddress();
  const item = query.item ?? null;
  const chosen = query.marks ?? FIRST_LAYERS;
  const layers = useMemo(() => new Set(chosen.split(',') as Layer[]), [chosen]);
  const marks = useMemo(() => marksOf(document, layers), [document, layers]);
  const pages = useMemo(() => new Map(document.entities.map((entity) => [entity.id, pageOf(entity)])), [document]);
  const body = useRef<HTMLElement>(null);

  useEffect(() => {
    if (!item) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    body.current?.querySelector('.run-shown')?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [item]);

  const isLater = useIsLater(document.published);
  const title = document.title ?? document.id;
  return (
    <Page
      title={title}
      className="page-reader"
      lead={<Lead document={document} />}
      actions={
        <>
          <Layers chosen={layers} />
          <ExportMenu query={{ document: document.id }} alone />
        </>
      }
    >
      {isLater && (
        <Emptied title="This document was not published by then.">
          What it tells is left out of every other page.
        </Emptied>
      )}
      <div className="reader-desk">
        <article className="reader" ref={body} aria-label={title}>
          {document.passages.map((passage) => (
            <Passage
              key={passage.span[0]}
              text={document.text}
              passage={passage}
              marks={marks}
              item={item !== null && marks.some((mark) => mark.of === item && touches(mark, passage)) ? item : null}
              pages={pages}
            />
          ))}
          {document.text.trim() === '' && <Notice title="This document has no text that could be read." />}
        </article>
        <div className="reader-side">
          <div className="reader-tools">
            <AddItem document={document} body={body} />
            <DocumentHead id={document.id} />
            <TakeOut document={document} />
          </div>
          <Margin document={document} body={body} />
        </div>
      </div>
    </Page>
  );
}

const touches = ({ span }: { span: readonly [number, number] }, passage: DocumentView['passages'][number]): boolean =>
  span[0] < passage.span[1] && passage.span[0] < span[1];

function Lead({ document }: { readonly document: DocumentView }) {
  const basis = basisWords(document.published);
  const told = [
    document.publisher,
    document.author,
    dateWords(document.published) + (basis ? ` (${basis})` : ''),
    countWords(document.statements.length, 'statement'),
    countWords(document.events.length, 'event'),
  ];
  return (
    <>
      {told.filter(Boolean).join(' · ')}
      {document.diagnostics.map(({ code, message }) => (
        <span key={code + message} className="diagnostic">
          {message}
        </span>
      ))}
    </>
  );
}

function Layers({ chosen }: { readonly chosen: ReadonlySet<Layer> }) {
  const change = useChange();
  const toggle = (layer: Layer) => {
    const next = LAYERS.filter((known) => (known === layer ? !chosen.has(known) : chosen.has(known)));
    change({ marks: next.join(',') === FIRST_LAYERS ? null : next.join(',') || 'none' }, { replace: true });
  };
  return (
    <fieldset className="choices">
      <legend>Marked in the text</legend>
      {LAYERS.map((layer) => (
        <label key={layer} className={`choice choice-${layer}`}>
          <input type="checkbox" checked={chosen.has(layer)} onChange={() => toggle(layer)} />
          {layer}
        </label>
      ))}
    </fieldset>
  );
}
