// The look of the brief: a serif for what documents say, a sans for what the program says; blue for cooperation, orange
// for conflict, lighter for words and stronger for deeds; outlines and slanted type for what did not happen.
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fdfcf9; --faint: #5f5c55; --line: #d8d4ca; --link: #1f4e79;
  --q1: #9cc3e6; --q2: #1f5f9e; --q3: #f2b27a; --q4: #b8500a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --paper: #191917; --faint: #a9a59b; --line: #3a3833;
  --link: #9cc3e6; --q1: #5c8db8; --q2: #8cc0f0; --q3: #a86f3c; --q4: #f29a54; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Source Sans 3", system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; border-bottom: 1px solid var(--line); }
.note, .date { color: var(--faint); }
.date { font-size: .875rem; font-variant-numeric: tabular-nums; }
ul { list-style: none; padding: 0; }
ul > li { margin: 1rem 0; break-inside: avoid; }
li p { margin: 0; overflow-wrap: anywhere; }
li.open p { font-style: italic; }
blockquote { margin: .25rem 0 0; padding-left: .75rem; border-left: 2px solid var(--line); overflow-wrap: anywhere;
  font-family: "Source Serif 4", Georgia, serif; }
li.open blockquote { border-left-style: dashed; }
a { color: var(--link); }
ol { padding-left: 2.5rem; }
ol > li { overflow-wrap: anywhere; }
.mark { display: inline-block; width: .7em; height: .7em; border: 2px solid; border-radius: 50%; }
.q1 { color: var(--q1); } .q2 { color: var(--q2); } .q3 { color: var(--q3); } .q4 { color: var(--q4); }
.mark { background: currentcolor; } li.open .mark { background: none; }
:target { outline: 2px solid var(--link); outline-offset: 4px; }
@media print { a { color: inherit; text-decoration: none; } main { max-width: none; padding: 0; } }
`;
