// How copies of one text are told from independent sources, for those who want to know.
export function Method({ words }: { readonly words: string }) {
  return (
    <details className="why">
      <summary>How sources are counted</summary>
      <p>{words}</p>
    </details>
  );
}
