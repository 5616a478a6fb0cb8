// Where the record is shared one logs in first: asks who is there, and shows the form or the application.
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { forgetAnswers, tell } from '../data/api.ts';
import { Waiting } from '../shell/notice.tsx';
import { useFocusKept } from '../shell/use-focus-kept.ts';

export interface Session {
  readonly locked: boolean;
  readonly name: string | null;
  readonly role: 'read' | 'review' | 'administer' | null;
  /** Whether nobody logs in: the record is on this machine alone. */
  readonly open: boolean;
}

const UNKNOWN: Session = { locked: false, name: null, role: null, open: true };
const Who = createContext<Session>(UNKNOWN);

/** Who looks at the record, and what they may do. */
export const useSession = (): Session => useContext(Who);

export const mayReview = ({ role }: Session): boolean => role === 'review' || role === 'administer';
export const mayAdd = ({ role }: Session): boolean => role === 'administer';

export function Gate({ children }: { readonly children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(null);
  useFocusKept();
  useEffect(() => {
    const ask = () => {
      fetch('/api/session')
        .then((response) => response.json() as Promise<Session>)
        .then(setSession, () => setSession(UNKNOWN));
    };
    ask();
    addEventListener('rapporteur-locked', ask);
    return () => removeEventListener('rapporteur-locked', ask);
  }, []);
  if (!session) return <Waiting label="Opening the record …" />;
  if (session.locked) {
    return (
      <Login
        onIn={(next) => {
          forgetAnswers();
          setSession(next);
        }}
      />
    );
  }
  return <Who value={session}>{children}</Who>;
}

function Login({ onIn }: { readonly onIn: (session: Session) => void }) {
  const [token, setToken] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const logIn = async () => {
    setBusy(true);
    const answer = await tell<Session>('/api/session', { token: token.trim() });
    setBusy(false);
    if (answer.state === 'there') onIn(answer.value);
    else if (answer.state === 'refused') setFault(answer.message);
  };
  return (
    <main className="login">
      <form
        onSubmit={(submit) => {
          submit.preventDefault();
          if (token.trim() && !busy) void logIn();
        }}
      >
        <h1>Rapporteur</h1>
        <p>This record is shared. Log in with the token you were given.</p>
        <label htmlFor="token">Token</label>
        <input
          id="token"
          ref={field}
          type="password"
          autoComplete="current-password"
          value={token}
          aria-invalid={fault !== ''}
          aria-describedby="login-fault"
          onChange={(typed) => setToken(typed.target.value)}
        />
        <p id="login-fault" role="alert" className="fault">
          {fault}
        </p>
        <button type="submit" className="button button-main" aria-disabled={busy}>
          {busy ? 'Logging in …' : 'Log in'}
        </button>
      </form>
    </main>
  );
}
