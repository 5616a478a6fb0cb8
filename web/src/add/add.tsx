// Add documents: files dropped or chosen, a text pasted, an address; and what becomes of each.
import { useState } from 'react';
import type { Refusal } from '../../../src/service/contract.ts';
import { tell } from '../data/api.ts';
import { mayAdd, useSession } from '../login/gate.tsx';
import { Notice } from '../shell/notice.tsx';
import { Page, Section } from '../shell/page.tsx';
import { DropField } from './drop-field.tsx';
import { PasteForm } from './paste-form.tsx';
import type { ReadingProgress } from './progress.ts';
import { ReadingView } from './reading-view.tsx';
import '../styles/add.css';

export function Add() {
  const session = useSession();
  const [readings, setReadings] = useState<readonly ReadingProgress[]>([]);
  const [fault, setFault] = useState('');
  const begin = (reading: ReadingProgress) => {
    setFault('');
    setReadings((before) => [reading, ...before]);
  };
  const sendFiles = async (files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append('files', file);
    try {
      const response = await fetch('/api/readings', { method: 'POST', body: form });
      const body = (await response.json()) as ReadingProgress & Refusal;
      if (response.ok) begin(body);
      else setFault(body.error.message);
    } catch {
      setFault('The service does not answer, or broke off. Nothing was lost: choose the files again.');
    }
  };
  /** Whether it was taken: what was typed stays until then. */
  const sendBody = async (body: Readonly<Record<string, string>>): Promise<boolean> => {
    const answer = await tell<ReadingProgress>('/api/readings', body);
    if (answer.state === 'there') begin(answer.value);
    else if (answer.state === 'refused') setFault(answer.message);
    return answer.state === 'there';
  };
  return (
    <Page
      title="Add documents"
      lead="They are read on this machine and stay on it. What is in the record already is passed over."
    >
      {mayAdd(session) || session.role === null ? (
        <div className="add">
          <div>
            <DropField onFiles={(files) => void sendFiles(files)} />
            <PasteForm onSend={sendBody} />
          </div>
          <Section title="What they bring">
            {fault && (
              <div className="notice notice-fault" role="alert">
                <p>{fault}</p>
              </div>
            )}
            {readings.length === 0 && !fault && (
              <Notice>
                Text, Markdown, HTML, PDF, Word, feeds, JSON Lines, CSV, web archives and zip files of these are read.
                The samples took a few seconds; a long report takes about as long.
              </Notice>
            )}
            {readings.map((reading) => (
              <ReadingView key={reading.id} started={reading} />
            ))}
          </Section>
        </div>
      ) : (
        <Notice title="You may read this record, not add to it.">
          Ask whoever runs the service for the role “administer”.
        </Notice>
      )}
    </Page>
  );
}
