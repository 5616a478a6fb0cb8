// `npm run build`: installs and builds what is missing or changed.
import { prepare } from './lib/prepare.mjs';
import { requireNode } from './lib/terminal.mjs';

requireNode();
await prepare();
