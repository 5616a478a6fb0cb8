// Two builds in turn on the same documents: stage by stage, and the ratio. Noise of the machine falls on both alike.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const STAGES = fileURLToPath(new URL('./stages.mjs', import.meta.url));

/**
 * @param {readonly [string, string]} builds the one that was, the one that is
 * @param {number} rounds how often the two take turns
 */
export async function compareBuilds(builds, docs, rounds) {
  const best = [{}, {}];
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, build] of builds.entries()) {
      const run = JSON.parse(execFileSync(process.execPath, [STAGES, build, docs, '--rounds', '2']));
      for (const [stage, time] of [...Object.entries(run.stages), ['all', run.seconds]]) {
        best[at][stage] = Math.min(best[at][stage] ?? Number.POSITIVE_INFINITY, time);
      }
      best[at].sentences = run.sentences;
    }
  }
  const [before, after] = best;
  console.log(
    `${'stage'.padEnd(14)}   before     after   ratio   (best of ${2 * rounds} rounds each, seconds of processor)`,
  );
  for (const stage of Object.keys(after).filter((name) => name !== 'sentences')) {
    const ratio = (before[stage] ?? Number.NaN) / after[stage];
    console.log(
      `${stage.padEnd(14)} ${(before[stage] ?? Number.NaN).toFixed(3).padStart(8)} ${after[stage].toFixed(3).padStart(9)} ${ratio.toFixed(2).padStart(7)}`,
    );
  }
  const rate = ({ sentences, all }) => (sentences / all).toFixed(0);
  console.log(`sentences/s    ${rate(before).padStart(8)} ${rate(after).padStart(9)}`);
  return { builds, before, after };
}
