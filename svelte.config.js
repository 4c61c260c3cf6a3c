import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';

// The one inline script of ours (see src/early.js); its hash is all the policy needs to let it run.
const early = readFileSync(new URL('./src/early.js', import.meta.url), 'utf8').trim();
const earlyHash = /** @type {const} */ (`sha256-${createHash('sha256').update(early).digest('base64')}`);

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', earlyHash],
				// Svelte writes style attributes for transitions and style: directives.
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self']
			}
		},
		paths: { relative: false },
		serviceWorker: { register: false },
		version: { name: process.env.APP_VERSION ?? 'dev', pollInterval: 60_000 },
		typescript: { config: (config) => void config.include.push('../*.ts', '../*.js', '../tests/**/*.ts') }
	}
};
