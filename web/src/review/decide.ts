// Sends decisions, and says what came of it.
import { useState } from 'react';
import { forgetAnswers, tell } from '../data/api.ts';

export type Decision = Readonly<Record<string, unknown>> & { readonly what: string };

interface Entry {
  readonly id: string;
  readonly what: string;
}

export interface Deciding {
  /** The entry of the journal, or null where it was refused; then `fault` says why. */
  readonly decide: (decision: Decision) => Promise<Entry | null>;
  readonly undo: (entry: string) => Promise<boolean>;
  readonly fault: string;
  readonly busy: boolean;
}

export function useDeciding(): Deciding {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (path: string, body: unknown): Promise<Entry | null> => {
    setBusy(true);
    const answer = await tell<Entry>(path, body);
    setBusy(false);
    setFault(answer.state === 'refused' ? answer.message : '');
    // A refusal may mean that somebody else was quicker: what is shown is asked for anew either way.
    if (answer.state === 'there' || answer.code.startsWith('review-')) forgetAnswers();
    return answer.state === 'there' ? answer.value : null;
  };
  return {
    decide: (decision) => send('/api/review/decisions', decision),
    undo: async (entry) => (await send('/api/review/undo', { entry })) !== null,
    fault,
    busy,
  };
}
