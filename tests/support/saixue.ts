import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real server on a data folder of its own, as `npm start` runs it. */
export interface Saixue {
	/** `http://localhost:<port>`: a secure context. */
	address: string;
	/** A made-up name for the same server, as a phone sees a laptop: no secure context. */
	insecureAddress: string;
	/** The one-time link for the first administrator, as printed at the first start. */
	setupLink: string;
	/** Its database is `saixue.db` in here. */
	dataDir: string;
	/** SIGKILL, without any farewell. */
	kill(): Promise<void>;
	/** Holds the process still: it takes connections and never answers, until it is let go on. */
	freeze(): void;
	goOn(): void;
	/** Starts again on the same data and port; with another build, when its folder is given. */
	start(root?: string): Promise<void>;
	/** Ends the server and removes its data. */
	remove(): Promise<void>;
}

export async function startSaixue(): Promise<Saixue> {
	const folder = mkdtempSync(join(tmpdir(), 'saixue-data-'));
	const port = await freePort();
	const address = `http://localhost:${port}`;
	let child: ChildProcess | undefined;
	let printed = '';

	const start = async (root = '.'): Promise<void> => {
		child = spawn(process.execPath, ['src/cli/serve.ts'], {
			cwd: root,
			env: { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: '0.0.0.0', NODE_ENV: 'production' },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (bytes) => (printed += String(bytes)));
		const deadline = Date.now() + 60_000;
		while (!(await answers(`${address}/api/v1/health`))) {
			if (Date.now() > deadline || child.exitCode !== null)
				throw new Error(`the server did not start:\n${printed}`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	};
	const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
		const running = child;
		if (!running || running.exitCode !== null || running.signalCode !== null) return;
		const gone = new Promise((resolve) => running.once('exit', resolve));
		running.kill(signal);
		await gone;
	};

	await start();
	// It answers a moment before what it prints has come through.
	const link = () => /https?:\/\/\S+\/setup\/\S+/.exec(printed)?.[0];
	for (let n = 0; n < 400 && !link(); n++) await new Promise((resolve) => setTimeout(resolve, 50));
	return {
		address,
		insecureAddress: `http://phone.saixue.local:${port}`,
		setupLink: link() ?? '',
		dataDir: folder,
		kill: () => kill(),
		freeze: () => void child?.kill('SIGSTOP'),
		goOn: () => void child?.kill('SIGCONT'),
		start,
		remove: async () => {
			child?.kill('SIGCONT');
			await kill('SIGTERM');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url, { signal: AbortSignal.timeout(1_000) })).ok;
	} catch {
		return false;
	}
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))
			);
		});
	});
}
