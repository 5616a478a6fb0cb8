// Who is logged in, and the way out; nothing where nobody needs to log in.
import { tell } from '../data/api.ts';
import { useSession } from './gate.tsx';

export function WhoIsIn() {
  const session = useSession();
  if (session.open || session.name === null) return null;
  return (
    <span className="who">
      {session.name}{' '}
      <button
        type="button"
        className="button-quiet"
        onClick={() => void tell('/api/session/end', {}).then(() => dispatchEvent(new Event('rapporteur-locked')))}
      >
        log out
      </button>
    </span>
  );
}
