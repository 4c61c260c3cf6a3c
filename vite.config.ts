import { sveltekit } from '@sveltejs/kit/vite';
import { Server } from 'node:http';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { answerRaw, host } from './src/lib/server/host.ts';

const FRAME = new RegExp(
	[
		'node_modules/(?:svelte|esm-env|@sveltejs)/',
		// Small, and needed by every page: a file each would cost more than it holds.
		'src/lib/i18n/(?:translator|keys|language|say)',
		'src/lib/ui/place',
		'src/lib/view/(?:choose|content-lang)'
	]
		.join('|')
		.replaceAll('/', '[\\\\/]')
);
/** Not in the frame: a shared set is there before its dictionary. */
const HOUSE =
	/node_modules[\\/]i18next[\\/]|src[\\/]lib[\\/](?:ui|i18n)[\\/](?!translator|keys|language|say|place)/;

export default defineConfig({
	// Its own entry brings the build for old browsers, which does not shake.
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	worker: { format: 'es' },
	plugins: [sveltekit(), rawRoutes()],
	build: {
		target: 'es2022',
		// What nearly every page needs comes in one piece: each file costs its headers and a place in the queue.
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{ name: 'frame', test: FRAME, minShareCount: 2 },
						{ name: 'house', test: HOUSE, minShareCount: 8 }
					]
				}
			}
		}
	},
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts'],
		environment: 'node',
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});

/** In dev: the routes that stand in front of SvelteKit, as the entry has them. */
function rawRoutes(): Plugin {
	return {
		name: 'saixue-raw-routes',
		configureServer(server) {
			const { httpServer } = server;
			if (httpServer instanceof Server) host().http = httpServer;
			server.middlewares.use((request, response, next) => {
				if (!answerRaw(request, response)) next();
			});
			// SvelteKit starts the server's state with the first request it gets.
			httpServer?.once('listening', () => {
				const address = httpServer.address();
				if (typeof address === 'object' && address)
					void fetch(`http://localhost:${address.port}/api/v1/health`).catch(() => undefined);
			});
		}
	};
}
