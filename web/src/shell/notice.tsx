// A line where content will be, is missing, or could not be had.
import type { ReactNode } from 'react';

export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p className="notice" role="status">
      {children}
    </p>
  );
}
