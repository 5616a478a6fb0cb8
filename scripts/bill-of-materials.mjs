// `npm run materials`: prints the bill of materials of what ships, in CycloneDX 1.5, from the lock file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials } from './lib/materials.mjs';
import { ROOT } from './lib/run.mjs';

const read = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
process.stdout.write(`${JSON.stringify(billOfMaterials(read('package-lock.json'), read('package.json')), null, 2)}\n`);
