// Who decided how much, how far two people agree, how often each rule is right, and what decisions hold for nothing now.
import type { Orphan } from '../../../src/service/contract.ts';
import { useAnswer } from '../data/api.ts';
import { countWords, momentWords, ruleWords } from '../data/words.ts';
import { Link } from '../shell/link.tsx';
import { Answer, Notice } from '../shell/notice.tsx';
import { Section } from '../shell/page.tsx';
import { useDeciding } from './decide.ts';
import { stepsOf } from './steps.ts';

export function Agreement() {
  const answer = useAnswer('/api/review/reviewers');
  return (
    <>
      <Answer of={answer}>
        {({ reviewers, pairs, rules }) =>
          reviewers.length === 0 ? (
            <Notice title="Nobody decided anything yet.">
              Begin with <Link query={{ view: null }}>what waits</Link>.
            </Notice>
          ) : (
            <>
              <Section title="Who decided what">
                <table>
                  <thead>
                    <tr>
                      <th>who</th>
                      <th className="number">accepted</th>
                      <th className="number">corrected</th>
                      <th className="number">rejected</th>
                      <th className="number">added</th>
                      <th>last</th>
                    </tr>
                  </thead>
                  <tbody>
                    {reviewers.map(({ who, accepted, corrected, rejected, added, to }) => (
                      <tr key={who}>
                        <td>{who}</td>
                        <td className="number">{accepted}</td>
                        <td className="number">{corrected}</td>
                        <td className="number">{rejected}</td>
                        <td className="number">{added}</td>
                        <td className="label">{momentWords(to)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Section>
              <Section title="Agreement" note="Cohen’s kappa: 0 is chance, 1 is full agreement">
                {pairs.length === 0 ? (
                  <Notice>
                    Two people must have decided about the same items. A second opinion can be asked for in the queue.
                  </Notice>
                ) : (
                  <ul className="lines">
                    {pairs.map(({ one, other, items, agreement, kappa, disagreements }) => (
                      <li key={`${one} ${other}`}>
                        {one} and {other}: {Math.round(agreement * 100)} % of {countWords(items, 'item')}, kappa{' '}
                        {kappa === null ? 'not defined' : kappa.toFixed(2)}
                        {disagreements.slice(0, 10).map((differing) => (
                          <span key={differing.target.key + differing.target.document} className="brought">
                            <Link page="documents" id={differing.target.document}>
                              “{differing.target.words.slice(0, 120)}”
                            </Link>{' '}
                            <span className="label">
                              {differing.one} / {differing.other}
                            </span>
                          </span>
                        ))}
                      </li>
                    ))}
                  </ul>
                )}
              </Section>
              <Section title="How often each rule is right" note="of what was decided, with a 95 % interval">
                <table>
                  <thead>
                    <tr>
                      <th>rule</th>
                      <th>kind</th>
                      <th className="number">accepted</th>
                      <th className="number">corrected</th>
                      <th className="number">rejected</th>
                      <th className="number">right</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rules.map(({ rule, kind, accepted, corrected, rejected, precision, low, high }) => (
                      <tr key={`${rule} ${kind}`}>
                        <td>
                          <Link query={{ view: null, rule, kind }} title={rule}>
                            {ruleWords(rule)}
                          </Link>
                        </td>
                        <td className="label">{kind}</td>
                        <td className="number">{accepted}</td>
                        <td className="number">{corrected}</td>
                        <td className="number">{rejected}</td>
                        <td className="number">
                          {Math.round(precision * 100)} %{' '}
                          <span className="label">
                            {Math.round(low * 100)}–{Math.round(high * 100)}
                          </span>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Section>
            </>
          )
        }
      </Answer>
      <Orphans />
      <Journal />
    </>
  );
}

function Orphans() {
  const answer = useAnswer('/api/review/orphans');
  if (answer.state !== 'there' || answer.value.length === 0) return null;
  return (
    <Section title="Decisions that hold for nothing now" note="kept, and applied again should their items come back">
      <ul className="lines">
        {answer.value.map(({ entry, target, reason }) => (
          <li key={`${entry.id} ${JSON.stringify(target)}`}>
            <strong>{entry.what}</strong> by {entry.who}: {targetWords(target)}{' '}
            <span className="label">{REASONS[reason]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function targetWords(target: Orphan['target']): string {
  if ('words' in target) return `“${target.words}” in ${target.document}`;
  return 'name' in target ? target.name : `the document ${target.document}`;
}

const REASONS: Readonly<Record<Orphan['reason'], string>> = {
  'document-missing': 'its document is not in the record',
  'words-missing': 'its words no longer stand in the document',
  'reads-otherwise': 'nothing of that sort is read in these words now',
  ambiguous: 'several would fit',
  'entity-missing': 'no document names it any more',
};

const SHOWN = 100;

function Journal() {
  const answer = useAnswer('/api/review/journal');
  const { undo, fault } = useDeciding();
  if (answer.state !== 'there' || answer.value.length === 0) return null;
  return (
    <Section title="The journal" note="the latest first">
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      <ul className="lines">
        {stepsOf(answer.value)
          .slice(-SHOWN)
          .reverse()
          .map(({ entry, words, holds, offer }) => {
            const { id, who, when, items, entities, document, note } = entry;
            return (
              <li key={id} className={holds ? undefined : 'struck'}>
                <span className="label">{momentWords(when)}</span> {who} <strong>{words}</strong>{' '}
                {items[0] ? (
                  <Link page="documents" id={items[0].document}>
                    “{items[0].words.slice(0, 120)}”
                  </Link>
                ) : (
                  entities.map(({ name }) => name).join(', ')
                )}
                {document !== null && (
                  <Link page="documents" id={document}>
                    {document}
                  </Link>
                )}{' '}
                {note && <q>{note}</q>}{' '}
                {offer && (
                  <button type="button" className="button-quiet" onClick={() => void undo(id)}>
                    {offer}
                  </button>
                )}
              </li>
            );
          })}
      </ul>
    </Section>
  );
}
