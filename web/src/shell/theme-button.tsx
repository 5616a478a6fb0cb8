// Light, dark, or as the system has it.
import { useEffect } from 'react';
import { useRemembered } from '../data/remembered.ts';

const THEMES = ['system', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

export function ThemeButton() {
  const [theme, setTheme] = useRemembered<Theme>('theme', 'system');
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <button
      type="button"
      className="theme-button"
      onClick={() => setTheme(next)}
      aria-label={`Colours: ${theme}. Change to ${next}`}
      title={`Colours: ${theme}`}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {theme !== 'light' && <path d="M10 3a7 7 0 0 0 0 14z" fill="currentColor" />}
        {theme === 'dark' && <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />}
      </svg>
    </button>
  );
}
