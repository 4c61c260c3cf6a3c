/** Compiles the file it is given and says how much memory the process had at its highest, in bytes. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compile } from './speed.ts';

const path = process.argv[2] ?? '';
await compile({ file: basename(path), bytes: new Uint8Array(readFileSync(path)) });
// The system counts in kilobytes.
process.stdout.write(String(process.resourceUsage().maxRSS * 1_024));
