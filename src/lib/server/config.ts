import { resolve } from 'node:path';
import { host } from './host.ts';

/** What the environment says; read once when the server starts. */
export interface Config {
	/** The working tree: `src/` and `package.json` are here. */
	root: string;
	dataDir: string;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
	const root = host().root ?? process.cwd();
	return { root, dataDir: resolve(root, env.DATA_DIR || 'data') };
}
