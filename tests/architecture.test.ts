import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The rooms of the house and what each may import besides `base`. A room imports only from floors below
 * its own, and no two rooms import each other.
 */
const ROOMS: Record<string, { floor: number; may: string[]; pure: boolean }> = {
	base: { floor: 1, may: [], pure: true },
	document: { floor: 2, may: [], pure: true },
	question: { floor: 2, may: [], pure: true },
	log: { floor: 2, may: [], pure: true },
	i18n: { floor: 2, may: [], pure: false },
	ui: { floor: 2, may: ['i18n'], pure: false },
	reader: { floor: 3, may: ['document'], pure: true },
	course: { floor: 3, may: ['document', 'question'], pure: true },
	people: { floor: 3, may: ['log'], pure: true },
	quiz: { floor: 3, may: ['question', 'log'], pure: true },
	authoring: { floor: 4, may: ['document', 'question', 'course', 'log'], pure: true },
	study: { floor: 4, may: ['course', 'question', 'quiz', 'log'], pure: true },
	contest: { floor: 4, may: ['quiz', 'question', 'people', 'log'], pure: true },
	live: { floor: 4, may: ['quiz', 'question', 'people', 'log'], pure: true }
};
const PURE_BELOW_5 = Object.keys(ROOMS);
ROOMS.wire = { floor: 5, may: PURE_BELOW_5, pure: true };
for (const door of ['client', 'server', 'view'])
	ROOMS[door] = { floor: 6, may: [...PURE_BELOW_5, 'wire'], pure: false };

/** Each npm package has one room; `*` may be used wherever its kind of code may stand. */
const PACKAGES: Record<string, string[]> = {
	valibot: ['*'],
	'@noble/hashes': ['base'],
	svelte: ['i18n', 'ui', 'client', 'view', 'routes'],
	i18next: ['i18n'],
	uqr: ['ui', 'cli'],
	dexie: ['client'],
	'fake-indexeddb': ['client'],
	kysely: ['server'],
	'ts-fsrs': ['study'],
	'pinyin-pro': ['client'],
	htmlparser2: ['reader'],
	fflate: ['reader'],
	'pdfjs-dist': ['client', 'cli'],
	'better-auth': ['server'],
	'@node-rs/argon2': ['server'],
	'@valibot/to-json-schema': ['server', 'cli'],
	'@sveltejs/kit': ['server', 'routes', 'hooks'],
	'@sveltejs/adapter-node': ['app'],
	'playwright-core': ['cli']
};

interface Import {
	file: string;
	place: string;
	target: string;
	typeOnly: boolean;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((file) => join('src', file).replaceAll('\\', '/'))
	.filter((file) => /\.(ts|svelte|mjs|js)$/.test(file));
const sources = files.filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.d.ts'));
const imports = sources.flatMap(importsOf);

describe('the house', () => {
	it('has only the rooms that its plan names', () => {
		const found = new Set(sources.map(placeOf).filter((place) => place.startsWith('lib/')));
		expect([...found].filter((place) => !(place.slice(4) in ROOMS))).toEqual([]);
	});

	it('lets rooms import only what their row allows', () => {
		const wrong = imports.flatMap(({ file, place, target }) => {
			const from = roomOf(place);
			const to = roomOf(target);
			if (from === undefined || to === undefined || from === to || to === 'base') return [];
			const row = ROOMS[from];
			if (row?.may.includes(to)) return [];
			return [`${file}: the room ${from} may not import from ${to}`];
		});
		expect(wrong).toEqual([]);
	});

	it('keeps floors below from importing pages, commands and hooks', () => {
		const wrong = imports
			.filter(({ place, target }) => place.startsWith('lib/') && /^(routes|cli|hooks)/.test(target))
			.map(({ file, target }) => `${file} imports ${target}, which stands above it`);
		expect(wrong).toEqual([]);
	});

	it('keeps each package in its room', () => {
		const wrong = imports.flatMap(({ file, place, target }) => {
			const name = packageOf(target);
			if (name === undefined) return [];
			const homes = PACKAGES[name];
			if (!homes) return [`${file} imports ${name}, which has no room in the plan`];
			const at = roomOf(place) ?? place;
			return homes.includes('*') || homes.includes(at)
				? []
				: [`${file} imports ${name}, which belongs to ${homes.join(', ')}`];
		});
		expect(wrong).toEqual([]);
	});

	it('keeps pure rooms free of Node, the browser, clocks and chance', () => {
		const impure =
			/\b(Date\.now|new Date\(|Math\.random|performance\.now|window\.|document\.(querySelector|createElement|addEventListener)|localStorage|fetch\(|setTimeout|setInterval|process\.|Intl\.|toLocale\w+\(|localeCompare)/;
		const wrong = sources.flatMap((file) => {
			const room = roomOf(placeOf(file));
			if (room === undefined || !ROOMS[room]?.pure) return [];
			const found = impure.exec(withoutComments(readFileSync(file, 'utf8')));
			const foreign = importsOf(file).filter(
				({ target }) => target.startsWith('node:') || target.startsWith('$')
			);
			return [
				...(found ? [`${file} uses ${found[0]}`] : []),
				...foreign.map(({ target }) => `${file} imports ${target}`),
				...(file.endsWith('.svelte') || file.endsWith('.svelte.ts') ? [`${file} is Svelte`] : [])
			];
		});
		expect(wrong).toEqual([]);
	});

	it('has one door to each outside: Dexie in the store, fetch in remote', () => {
		const wrong = sources
			.filter(
				(file) =>
					file.startsWith('src/lib/client/') ||
					file.startsWith('src/lib/view/') ||
					file.startsWith('src/lib/ui/')
			)
			.flatMap((file) => {
				const text = withoutComments(readFileSync(file, 'utf8'));
				return [
					...(/from 'dexie'|import\('dexie'\)/.test(text) && !file.startsWith('src/lib/client/store/')
						? [`${file} uses Dexie`]
						: []),
					...(/\bfetch\(/.test(text) && !file.startsWith('src/lib/client/remote/')
						? [`${file} uses fetch`]
						: [])
				];
			});
		expect(wrong).toEqual([]);
	});

	it('lets the entry import from the server only types and the host', () => {
		const wrong = imports
			.filter(
				({ file, target, typeOnly }) =>
					file === 'src/cli/serve.ts' && target.startsWith('lib/server') && !typeOnly
			)
			.filter(({ target }) => target !== 'lib/server/host.ts')
			.map(({ target }) => `serve.ts imports ${target}: it would exist twice`);
		expect(wrong).toEqual([]);
	});

	it('spells imports of rooms #lib/…, with the file’s ending', () => {
		const wrong = sources.flatMap((file) =>
			[...readFileSync(file, 'utf8').matchAll(/from '((?:#lib\/|\.{1,2}\/|\$lib)[^']*)'/g)]
				.map((match) => match[1] ?? '')
				.filter(
					(target) =>
						target.startsWith('$lib') ||
						(!/\.(ts|svelte|json|js|mjs|css)(\?\w+)?$/.test(target) && !target.includes('$types'))
				)
				.map((target) => `${file} imports ${target}`)
		);
		expect(wrong).toEqual([]);
	});
});

function importsOf(file: string): Import[] {
	const text = withoutComments(readFileSync(file, 'utf8'));
	const statement =
		/(?:import|export)\s+(type\s+)?(?:[\w*{},\s$]+?\s+from\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;
	return [...text.matchAll(statement)].map((match) => ({
		file,
		place: placeOf(file),
		target: resolved(file, match[2] ?? match[3] ?? ''),
		typeOnly: match[1] !== undefined
	}));
}

/** `lib/<room>/…`, `routes/…`, `cli/…` for our own files; anything else as it is written. */
function resolved(file: string, target: string): string {
	if (target.startsWith('#lib/')) return `lib/${target.slice('#lib/'.length)}`;
	if (target.startsWith('.'))
		return normalize(join(dirname(file), target))
			.replaceAll('\\', '/')
			.replace(/^src\//, '');
	return target;
}

function placeOf(file: string): string {
	const [, first = '', second = ''] = file.split('/');
	return first === 'lib' ? `lib/${second}` : first.replace(/\..*$/, '');
}

function roomOf(place: string): string | undefined {
	return /^lib\/([\w-]+)/.exec(place)?.[1];
}

function packageOf(target: string): string | undefined {
	if (
		/^(lib\/|routes\/|cli\/|\$|node:|\.|#|virtual:)/.test(target) ||
		/^(hooks|app|early|recorder|service-worker)/.test(target)
	)
		return undefined;
	if (/^\.\.?\//.test(target) || target.startsWith('questions/') || target.startsWith('/')) return undefined;
	return /^(@[^/]+\/[^/]+|[^/]+)/.exec(target)?.[1];
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
