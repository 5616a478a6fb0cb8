// One piece of evidence: the sentence in its document with the words marked, and the rule that made the item of them.
import type { Evidence } from '../../../src/service/contract.ts';
import { useIsLater } from '../data/as-of.ts';
import { dateWords, ruleWords } from '../data/words.ts';
import { Link } from '../shell/link.tsx';

export function Told({ told, item }: { readonly told: Evidence; readonly item: string }) {
  const { document, sentence, span } = told;
  const isLater = useIsLater(document.published);
  const [start] = sentence.span;
  const from = Math.max(0, span[0] - start);
  const to = Math.max(from, Math.min(sentence.text.length, span[1] - start));
  return (
    <figure className="told">
      <blockquote>
        {sentence.text.slice(0, from)}
        <mark>{sentence.text.slice(from, to)}</mark>
        {sentence.text.slice(to)}
      </blockquote>
      <figcaption>
        <Link page="documents" id={document.id} query={{ item }}>
          {document.title ?? document.id}
        </Link>
        <span className="label">{[document.publisher, dateWords(document.published)].filter(Boolean).join(' · ')}</span>
        {isLater && <span className="label">published after the date looked at</span>}
        {told.also.length > 0 && <span className="label">told in {told.also.length + 1} places of it</span>}
        {(told.rule || told.why) && (
          <details className="why">
            <summary>Why the program reads it so</summary>
            <p>
              {told.rule && `By ${ruleWords(told.rule)}. `}
              {told.why}
              {told.rule && <span className="label"> {told.rule}</span>}
            </p>
          </details>
        )}
      </figcaption>
    </figure>
  );
}
