// The document reader: the text as it stands, with what the record takes from it marked and explained.
import { useEffect, useMemo, useRef } from 'react';
import type { DocumentView } from '../../../src/service/contract.ts';
import { addressOf, useAnswer } from '../data/api.ts';
import type { Route } from '../data/route.ts';
import { basisWords, dateWords } from '../data/words.ts';
import { Notice } from '../shell/notice.tsx';
import { ItemCard } from './item-card.tsx';
import { Passage } from './passage.tsx';
import { marksOf } from './runs.ts';

interface Props {
  readonly id: string;
  readonly route: Route;
  readonly onMove: (change: Partial<Route>) => void;
}

export function Reader({ id, route, onMove }: Props) {
  const answer = useAnswer<'/api/documents/:id'>(addressOf(`/api/documents/${encodeURIComponent(id)}`));
  if (answer.state === 'loading') return <Notice>Opening the document …</Notice>;
  if (answer.state === 'refused') return <Notice>{answer.message}</Notice>;
  return <Text document={answer.value} route={route} onMove={onMove} />;
}

function Text({ document, route, onMove }: Omit<Props, 'id'> & { readonly document: DocumentView }) {
  const body = useRef<HTMLElement>(null);
  const marks = useMemo(() => marksOf(document), [document]);
  const shown = [...document.events, ...document.statements].find((item) => item.id === route.item) ?? null;

  useEffect(() => {
    if (!route.item) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    body.current?.querySelector('.run-shown')?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
  }, [route.item]);

  useEffect(() => {
    if (!route.item) return undefined;
    const close = (press: KeyboardEvent) => {
      if (press.key === 'Escape') onMove({ item: null });
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [route.item, onMove]);

  return (
    <article className="reader" ref={body} aria-label={document.title ?? document.id}>
      <Head document={document} />
      {document.passages.map((passage) => (
        <Passage
          key={passage.span[0]}
          text={document.text}
          passage={passage}
          marks={marks}
          route={route}
          onMove={onMove}
        />
      ))}
      {shown && <ItemCard item={shown} route={route} onMove={onMove} />}
    </article>
  );
}

function Head({ document }: { readonly document: DocumentView }) {
  const basis = basisWords(document.published);
  const told = [document.publisher, document.author, dateWords(document.published) + (basis ? ` (${basis})` : '')];
  // A plain text carries its title itself; a page's title stands apart from its prose.
  const titled = document.passages.some((passage) => passage.kind === 'headline');
  return (
    <header className="reader-head">
      {!titled && <h2>{document.title ?? document.id}</h2>}
      <p className="label">{told.filter(Boolean).join(' · ')}</p>
    </header>
  );
}
