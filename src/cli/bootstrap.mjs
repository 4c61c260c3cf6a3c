/**
 * Runs before `npm start`, `npm test` and their siblings, on any Node since 20: installs what the lock
 * file says, builds when something changed, finds a browser for the tests. Does nothing when nothing
 * changed. Imports only Node's own modules, because nothing else may be there yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const need = process.argv[2] ?? 'start';

install();
requireNode();
if (need === 'start' || need === 'test' || need === 'check') build();
else sync();
if (need === 'test') await findBrowser();

function install() {
	const stampFile = join(root, 'node_modules', '.saixue-installed');
	const wanted = hashOf(['package-lock.json']);
	if (read(stampFile) === wanted) return;
	say('正在安装依赖，第一次需要一两分钟… / Installing what Saixue needs, once, a minute or two…');
	const npm = process.env.npm_execpath;
	const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
	const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
	delete env.NODE_ENV;
	run(
		command,
		[...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'],
		env
	);
	writeFileSync(stampFile, wanted);
}

/** npm puts `.bin` in front of PATH, so that the node of our own lock file runs all that follows. */
function requireNode() {
	if (ownNode()) return;
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 24 || (major === 24 && minor >= 15)) return;
	say(
		`本机没有可用的内置 Node，请安装 Node 24.15 或更新版本（现在是 ${process.version}）。` +
			` / No bundled Node for this system: please install Node 24.15 or newer (this is ${process.version}).`
	);
	process.exit(1);
}

function ownNode() {
	const file = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
	return existsSync(file) ? file : undefined;
}

function build() {
	const stampFile = join(root, 'build', '.saixue-built');
	const wanted = hashOf([
		'package-lock.json',
		'svelte.config.js',
		'vite.config.ts',
		'tsconfig.json',
		...filesUnder('src').filter((file) => !file.endsWith('.test.ts')),
		...filesUnder('static'),
		...filesUnder('questions')
	]);
	if (read(stampFile) === wanted) return;
	say('正在构建… / Building…');
	rmSync(stampFile, { force: true });
	const env = { ...process.env, APP_VERSION: wanted.slice(0, 16), NODE_ENV: 'production' };
	// With TEST set, SvelteKit lets server code into the browser's bundle.
	delete env.TEST;
	delete env.VITEST;
	runTool('vite', 'vite/bin/vite.js', ['build', '--logLevel', 'warn'], env);
	writeFileSync(stampFile, wanted);
}

/** Types and tests need what SvelteKit generates. */
function sync() {
	if (!existsSync(join(root, '.svelte-kit', 'tsconfig.json')))
		runTool('svelte-kit', '@sveltejs/kit/svelte-kit.js', ['sync'], process.env);
}

/** Several ways to a Chromium; the first that works is remembered in a file that the tests read. */
async function findBrowser() {
	const remembered = join(root, 'node_modules', '.saixue-browser');
	const isThere = (file) => file && existsSync(file);
	if (isThere(process.env.CHROMIUM_PATH)) return writeFileSync(remembered, process.env.CHROMIUM_PATH);
	if (isThere(read(remembered))) return;
	const found =
		systemBrowser() ?? (await playwrightBrowser()) ?? debianBrowser() ?? (await packagedBrowser());
	if (found) return writeFileSync(remembered, found);
	say(
		'没有找到浏览器，浏览器测试无法运行。请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明它的位置。' +
			' / No browser found and none could be installed, so the browser tests cannot run. Please install Chromium or Chrome, or name one in CHROMIUM_PATH.'
	);
	process.exit(1);
}

function systemBrowser() {
	const names = [
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		'chrome.exe',
		'msedge.exe'
	];
	const places = (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)));
	const usual = [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/snap/bin/chromium',
		...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
			.filter(Boolean)
			.map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
	];
	return [...places, ...usual].find((file) => existsSync(file));
}

async function playwrightBrowser() {
	const { chromium } = await import('playwright-core');
	const path = () => (existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined);
	if (path()) return path();
	say('没有找到浏览器，正在下载… / No browser found, fetching one…');
	spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
		stdio: ['ignore', 'ignore', 'ignore'],
		timeout: 240_000
	});
	return path();
}

function debianBrowser() {
	if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		return undefined;
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const quiet = { stdio: 'ignore', timeout: 300_000, env };
	spawnSync('apt-get', ['update', '-qq'], quiet);
	spawnSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], quiet);
	return systemBrowser();
}

/** A Chromium for 64-bit Linux that comes as an npm package; kept out of the lock file, it is large. */
async function packagedBrowser() {
	if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
	const folder = join(root, 'node_modules', '.cache', 'chromium');
	mkdirSync(folder, { recursive: true });
	const npm = process.env.npm_execpath;
	const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
	spawnSync(
		command,
		[...first, 'install', '--prefix', folder, '--no-save', '--loglevel=error', '@sparticuz/chromium@153.0.0'],
		{
			stdio: 'ignore',
			timeout: 240_000
		}
	);
	try {
		const { default: packaged } = await import(
			join(folder, 'node_modules/@sparticuz/chromium/build/index.js')
		);
		return await packaged.executablePath();
	} catch {
		return undefined;
	}
}

function runTool(name, script, args, env) {
	const node = ownNode() ?? process.execPath;
	run(node, [join(root, 'node_modules', ...script.split('/')), ...args], env, name);
}

function run(command, args, env, name = command) {
	// Everything goes to standard error: standard output belongs to what is being started.
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		env,
		stdio: ['ignore', 2, 2],
		shell: command.endsWith('.cmd')
	});
	if (status === 0) return;
	say(`${name} 没有成功${error ? `：${error.message}` : ''} / ${name} failed`);
	process.exit(1);
}

function filesUnder(folder) {
	return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
		.sort();
}

function hashOf(files) {
	const hash = createHash('sha256');
	for (const file of files)
		hash
			.update(file)
			.update('\0')
			.update(readFileSync(join(root, file)))
			.update('\0');
	return hash.digest('hex');
}

function read(file) {
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function say(words) {
	process.stderr.write(`${words}\n`);
}
