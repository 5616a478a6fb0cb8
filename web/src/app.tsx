// The page: the timeline of the record beside the document that is open.
import { useRoute } from './data/route.ts';
import { Reader } from './document/reader.tsx';
import { Library } from './shell/library.tsx';
import { Masthead } from './shell/masthead.tsx';
import { Timeline } from './timeline/timeline.tsx';

export function App() {
  const [route, move] = useRoute();
  return (
    <div className="page">
      <Masthead onMove={move} />
      <Timeline route={route} onMove={move} />
      <main className="desk">
        {route.document === null ? (
          <Library route={route} onMove={move} />
        ) : (
          <Reader key={route.document} id={route.document} route={route} onMove={move} />
        )}
      </main>
    </div>
  );
}
