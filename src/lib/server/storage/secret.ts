import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A secret of this installation: made on the first start, readable by the server's user alone. */
export function secretNamed(name: string, dataDir: string): string {
	const path = join(dataDir, `${name}.secret`);
	if (!existsSync(path))
		writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
	const secret = readFileSync(path, 'utf8').trim();
	if (secret.length < 32) throw new Error(`${name}.secret in the data folder is too short to be safe`);
	return secret;
}
