// The table of scores in `evaluation/scores.md`, made by `npm run evaluate`.
import { SETS } from './sets.mjs';

/** @param {Record<string, { program: Record<string, number>, floor: Record<string, number> }>} scores by set */
export function scoresTable(scores) {
  const rows = SETS.filter(({ name }) => scores[name]).flatMap(({ name, figures }) =>
    figures.map(({ title, peers = '', bar }) => {
      const { program, floor } = scores[name];
      return `| ${name} | ${title} | ${program[title]} | ${floor[title]} | ${bar ?? ''} | ${peers} |`;
    }),
  );
  return [
    '# Scores',
    '',
    'Made by `npm run evaluate`; figures in percent, on the open packs only. See README.md beside this file.',
    '',
    '| set | figure | program | floor | aim | published peers |',
    '|---|---|---:|---:|---:|---|',
    ...rows,
    '',
  ].join('\n');
}
