// The colours of the page as they are now, for what is drawn on a canvas or saved as a file.
import { useEffect, useState } from 'react';
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

export function paletteNow(): Palette {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    Object.entries(NAMES).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]),
  ) as Palette;
}

/** Changes with the theme. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(paletteNow);
  useEffect(() => {
    const change = () => setPalette(paletteNow());
    const settings = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((setting) => matchMedia(setting));
    for (const setting of settings) setting.addEventListener('change', change);
    const observer = new MutationObserver(change);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      for (const setting of settings) setting.removeEventListener('change', change);
      observer.disconnect();
    };
  }, []);
  return palette;
}
