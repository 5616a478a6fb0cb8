// Lemmas from edit scripts. A script is `=` (keep the form) or case, letters to drop, `|`, letters to add: `l3|y` makes
// `ministries` into `ministry`. The tree-free variant of Chrupała (2006).

/** The lemma that a script makes of a form; the lower-cased form where the script drops more letters than there are. */
export function applyLemmaScript(form: string, script: string): string {
  if (script === '=') return form;
  const bar = script.indexOf('|');
  const keep = form.length - Number(script.slice(1, bar));
  const lower = form.toLowerCase();
  if (!(keep >= 0)) return lower;
  return (script.startsWith('k') ? form : lower).slice(0, keep) + script.slice(bar + 1);
}

/** The lemma of a form, its Penn tag and the number of the script the network chose. */
export type Lemmatiser = (form: string, xpos: string, script: number) => string;

/** Past forms of irregular verbs come from the list ("The ministers met": `meet`), all else from its script. */
export function createLemmatiser(scripts: readonly string[], irregular: ReadonlyMap<string, string>): Lemmatiser {
  return (form, xpos, script) => {
    const base = xpos === 'VBD' || xpos === 'VBN' ? irregular.get(form.toLowerCase()) : undefined;
    return base ?? applyLemmaScript(form, scripts[script] ?? '=');
  };
}
