// The colours of the page as they are now, for what is drawn on a canvas or saved as a file.
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Palette } from '../timeline/drawing.ts';

const NAMES = {
  ink: '--ink',
  faint: '--faint',
  line: '--line',
  rule: '--rule',
  leaf: '--leaf',
  quad0: '--line',
  quad1: '--cooperation-words',
  quad2: '--cooperation-deeds',
  quad3: '--conflict-words',
  quad4: '--conflict-deeds',
} as const satisfies Record<keyof Palette, string>;

export function paletteNow(of: Element = document.documentElement): Palette {
  const style = getComputedStyle(of);
  return Object.fromEntries(
    Object.entries(NAMES).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
  ) as Palette;
}

/** The colours of a sheet, whatever the theme: before it prints, a browser still gives those of the screen. */
function paletteOnPaper(): Palette {
  const sheet = document.createElement('div');
  sheet.className = 'as-printed';
  document.body.append(sheet);
  const palette = paletteNow(sheet);
  sheet.remove();
  return palette;
}

/** Changes with the theme, and for as long as the page is printed. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => paletteNow());
  useEffect(() => {
    const change = () => setPalette(paletteNow());
    // A browser does not wait for what is drawn later.
    const print = () => flushSync(() => setPalette(paletteOnPaper()));
    addEventListener('beforeprint', print);
    addEventListener('afterprint', change);
    const settings = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((setting) => matchMedia(setting));
    for (const setting of settings) setting.addEventListener('change', change);
    const observer = new MutationObserver(change);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', change);
      for (const setting of settings) setting.removeEventListener('change', change);
      observer.disconnect();
    };
  }, []);
  return palette;
}
