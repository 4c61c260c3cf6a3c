import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	worker: { format: 'es' },
	plugins: [sveltekit()],
	build: { target: 'es2022' },
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts'],
		environment: 'node',
		testTimeout: 60_000,
		hookTimeout: 60_000
	}
});
