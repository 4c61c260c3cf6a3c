import adapter from '@sveltejs/adapter-node';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Scripts that stand in the page itself; the hooks insert them, word for word. */
const inPage = ['early.js', 'recorder.js'].map((file) => {
	const script = readFileSync(new URL(`./src/${file}`, import.meta.url), 'utf8').trim();
	return /** @type {const} */ (`sha256-${createHash('sha256').update(script).digest('base64')}`);
});

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		csp: {
			// A page that a phone keeps for offline would use a nonce for ever.
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', ...inPage],
				// Svelte writes style attributes for transitions and style: directives.
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				// A header of SvelteKit's takes the place of the entry's own, which says the same.
				'frame-ancestors': ['none'],
				'form-action': ['self']
			}
		},
		paths: { relative: false },
		// The first page needs its styles at once; what is small comes in it and saves a round trip.
		inlineStyleThreshold: 8_192,
		serviceWorker: { register: false },
		version: { name: process.env.APP_VERSION ?? 'dev', pollInterval: 60_000 },
		// SvelteKit's own list knows the sources and the tests, but not the configuration at the top.
		typescript: { config: (config) => void config.include.push('../*.ts', '../*.js') }
	}
};
