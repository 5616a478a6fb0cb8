// The service under load: a hundred clients that ask for everything, without a pause, while documents are read into the
// record. `npm run load-test` does so for ten minutes and prints what it took.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentLines } from './fleet/documents.ts';
import { inFolder, MAIN, rapporteur } from './program.ts';

const SECONDS = Number(process.env.LOAD_SECONDS ?? 15);
const CLIENTS = 100;

const PATHS = [
  '/api/record',
  '/api/events?limit=50',
  '/api/timeline?limit=50&offset=100',
  '/api/statements?limit=20&text=accept',
  '/api/entities?limit=50',
  '/api/documents?limit=20',
  '/api/agreements?limit=20',
  '/api/openapi.json',
  '/health',
];

interface Answer {
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

function ask(agent: Agent, url: string, path: string): Promise<Answer & { readonly body: string }> {
  const begun = performance.now();
  return new Promise((done, failed) => {
    get(url + path, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => done({ path, status: response.statusCode ?? 0, ms: performance.now() - begun, body }));
      response.on('error', failed);
    }).on('error', failed);
  });
}

/** Resident memory of the service in MiB, as its metrics have it. */
async function memoryOf(agent: Agent, url: string): Promise<number> {
  const { body } = await ask(agent, url, '/metrics');
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(body)?.[1]) / 2 ** 20;
}

const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

test(`${CLIENTS} clients for ${SECONDS} s while documents are read`, { timeout: (SECONDS + 300) * 1000 }, async () => {
  await inFolder(async (folder) => {
    const [documents, record] = ['documents.jsonl', 'record.db'].map((name) => join(folder, name)) as [string, string];
    writeFileSync(documents, documentLines(150));
    expect((await rapporteur(['read', documents, '--record', record])).code).toBe(0);
    const service = spawn(process.execPath, [MAIN, 'serve', '--record', record, '--port', '0']);
    const ended = new Promise<number | null>((done) => service.once('exit', done));
    let said = '';
    service.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    const url = await new Promise<string>((found) => {
      service.stdout.setEncoding('utf8').on('data', (text: string) => {
        const [address] = /http:\S+/.exec(text) ?? [];
        if (address) found(address);
      });
    });
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    const until = Date.now() + SECONDS * 1000;
    let isReading = true;
    const reading = (async () => {
      let runs = 0;
      for (; isReading && Date.now() < until; runs += 1) {
        writeFileSync(documents, documentLines(170 + 20 * runs));
        const ran = await rapporteur(['read', documents, '--record', record, '--threads', '1']);
        expect(ran.code, ran.stderr).toBe(0);
      }
      return runs;
    })();
    const answers: Answer[] = [];
    const memories: number[] = [];
    const client = async (number: number) => {
      for (let n = number; Date.now() < until; n += 1) {
        const { body: _, ...answer } = await ask(agent, url, PATHS[n % PATHS.length] ?? '/');
        answers.push(answer);
      }
    };
    const measuring = (async () => {
      while (Date.now() < until) {
        memories.push(await memoryOf(agent, url));
        await new Promise((done) => setTimeout(done, Math.max(1000, (SECONDS * 1000) / 60)));
      }
    })();
    try {
      await Promise.all([...Array.from({ length: CLIENTS }, (_, number) => client(number)), measuring]);
    } finally {
      isReading = false;
      service.kill('SIGTERM');
    }
    const runs = await reading;
    const code = await ended;
    agent.destroy();
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    // The first part warms compiler and caches up; what comes after must not grow.
    const later = memories.slice(Math.floor(memories.length / 3));
    process.stdout.write(
      `${answers.length} answers in ${SECONDS} s from ${CLIENTS} clients beside ${runs} runs of reading; ` +
        `p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms, most ${times.at(-1)?.toFixed(0)} ms; ` +
        `memory ${memories.map((memory) => memory.toFixed(0)).join(' ')} MiB\n`,
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(said).not.toContain('"level":50');
    expect(code, said).toBe(0);
    expect(runs).toBeGreaterThan(0);
    expect(Math.max(...later) - Math.min(...later)).toBeLessThan(400);
  });
});
