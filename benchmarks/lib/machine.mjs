// What the figures were taken on.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** Machine, versions and date of a run. */
export function machineOf(build) {
  const { version, dependencies } = JSON.parse(readFileSync(join(build, 'package.json'), 'utf8'));
  return {
    date: new Date().toISOString().slice(0, 16),
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.versions.node,
    program: version,
    commit: commitOf(build),
    onnxruntime: dependencies['onnxruntime-node'],
    load: loadavg()[0].toFixed(1),
  };
}

function commitOf(build) {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: build, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return null;
  }
}
