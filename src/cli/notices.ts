// What the texts of a run could not be read for, one line for each kind of diagnostic, however many texts have it.
import type { Diagnostic } from '../model/items.ts';

export interface Notices {
  add(path: string, diagnostics: readonly Diagnostic[]): void;
  /** Lines for a person, the kind that most texts have first. */
  lines(): readonly string[];
}

interface Noticed {
  readonly path: string;
  readonly message: string;
  texts: number;
}

export function notices(): Notices {
  const byCode = new Map<string, Noticed>();
  return {
    add(path, diagnostics) {
      for (const code of new Set(diagnostics.map((one) => one.code))) {
        const message = diagnostics.find((one) => one.code === code)?.message ?? code;
        const noticed = byCode.get(code) ?? { path, message, texts: 0 };
        noticed.texts += 1;
        byCode.set(code, noticed);
      }
    },
    lines() {
      const noticed = [...byCode.values()].sort((a, b) => b.texts - a.texts);
      return noticed.map(({ path, message, texts }) =>
        texts === 1 ? `${path}: ${message}` : `${path} and ${texts - 1} more: ${message}`,
      );
    },
  };
}
