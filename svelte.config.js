import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build', precompress: true }),
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
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
		serviceWorker: { register: false },
		version: { name: process.env.APP_VERSION ?? 'dev', pollInterval: 60_000 },
		// SvelteKit's own list knows the sources and the tests, but not the configuration at the top.
		typescript: { config: (config) => void config.include.push('../*.ts', '../*.js') }
	}
};
