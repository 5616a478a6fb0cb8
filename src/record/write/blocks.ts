// Which events may be one and are compared with one another.
import type { ItemKind } from '../views.ts';

/** Events and developments of one type and year (when they begin) are compared with one another; undated ones with none. */
export function blockOf(kind: ItemKind, type: string | null, start: string | null): string | null {
  const compared = kind === 'event' || kind === 'development';
  return compared && start !== null ? `${type}|${start.slice(0, 4)}` : null;
}
