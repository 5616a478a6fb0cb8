// Full text: documents, statements and names that hold all the words, with the words in their place.
import type { FindHit } from '../../../src/service/contract.ts';
import { useAddress } from '../data/address.ts';
import { useAnswer } from '../data/api.ts';
import { useAsOf } from '../data/as-of.ts';
import { countWords, dateWords, kindWords, listWords } from '../data/words.ts';
import { pageOf } from '../item/entity-name.tsx';
import { Link } from '../shell/link.tsx';
import { Answer, Notice } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';
import { Pager } from '../shell/pager.tsx';
import { Tabs } from '../shell/tabs.tsx';

const AT_ONCE = 30;

const KINDS = [
  ['', 'everywhere'],
  ['document', 'in documents'],
  ['statement', 'in statements'],
  ['entity', 'among names'],
] as const;

/** What is looked for. */
interface Sought {
  readonly words: string;
  /** Dates within which it was published or said. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Props extends Sought {
  readonly answer: ReturnType<typeof useFound>;
  /** Takes the dates out of the search. */
  readonly onAnyDate: () => void;
}

/** The places that hold the words; null asks nothing. */
export function useFound(sought: Sought | null) {
  const question = useQuestion();
  const query = sought && { ...question, q: sought.words, from: sought.from, to: sought.to };
  return useAnswer('/api/find', query && { query });
}

function useQuestion() {
  const { query } = useAddress();
  const asOf = useAsOf();
  return { kind: query.in, ...asOf, limit: AT_ONCE, offset: Number(query.offset ?? 0) || 0 };
}

export function Found({ answer, words, from, to, onAnyDate }: Props) {
  const question = useQuestion();
  const dated = from !== undefined && to !== undefined ? spanWords(from, to) : null;
  const none = answer.state === 'there' && answer.value.total === 0 && dated !== null;
  const ever = useAnswer('/api/find', none ? { query: { ...question, q: words, limit: 1, offset: 0 } } : null);
  return (
    <Section
      title="These words"
      note={answer.state === 'there' && [countWords(answer.value.total, 'place'), dated].filter(Boolean).join(' of ')}
      more={<Tabs label="Where to look" name="in" tabs={KINDS} forgets={['offset']} />}
    >
      <Answer of={answer}>
        {({ items, total }) =>
          total === 0 && dated !== null ? (
            <Notice title={`Nothing of ${dated} holds all these words.`}>
              {ever.state === 'there' && ever.value.total > 0 ? (
                <button type="button" className="button" onClick={onAnyDate}>
                  Leave the date out: {countWords(ever.value.total, 'place')}
                </button>
              ) : (
                'Nor does anything of another date. Try fewer words or another spelling.'
              )}
            </Notice>
          ) : total === 0 ? (
            <Notice title="No sentence holds all these words.">
              Try fewer words, another spelling, or an ending left open: <em>missil*</em>.
            </Notice>
          ) : (
            <>
              <ol className="lines hits">
                {items.map((hit) => (
                  <li key={`${hit.kind} ${hit.id}`}>
                    <Hit hit={hit} />
                  </li>
                ))}
              </ol>
              <Pager total={total} offset={question.offset} limit={AT_ONCE} />
            </>
          )
        }
      </Answer>
    </Section>
  );
}

const spanWords = (from: string, to: string): string => dateWords({ value: from === to ? from : `${from}/${to}` });

function Hit({ hit }: { readonly hit: FindHit }) {
  switch (hit.kind) {
    case 'document':
      return (
        <>
          <Link page="documents" id={hit.id} className="hit-title">
            {hit.document.title ?? hit.id}
          </Link>
          <span className="label">
            {[hit.document.publisher, dateWords(hit.document.published), countWords(hit.sentences, 'sentence')]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <Snippet of={hit.snippet} />
        </>
      );
    case 'statement':
      return (
        <Link query={{ item: hit.id }} className="line">
          <span>
            <strong>{listWords(hit.speaker)}</strong> <span className="label">{dateWords(hit.time)}</span>
          </span>
          <Snippet of={hit.snippet} />
        </Link>
      );
    case 'entity':
      return (
        <>
          <Link page={pageOf(hit.entity)} id={hit.id} className="hit-title">
            <Marked of={hit.snippet} />
          </Link>
          <span className="label">
            {kindWords(hit.entityKind)}, in {countWords(hit.documents, 'document')}
          </span>
        </>
      );
  }
}

const Snippet = ({ of }: { readonly of: FindHit['snippet'] }) => (
  <span className="quote">
    <Marked of={of} />
  </span>
);

function Marked({ of: { text, matches } }: { readonly of: FindHit['snippet'] }) {
  let at = 0;
  const parts = matches.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <span key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </span>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
