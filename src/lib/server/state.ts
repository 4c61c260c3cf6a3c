import { randomBytes } from 'node:crypto';
import { rateLimit } from './accounts/attempts.ts';
import { createAuth } from './accounts/auth.ts';
import { createKnownDevices } from './accounts/known-devices.ts';
import { newSetupToken } from './accounts/organisations.ts';
import { createSessions } from './accounts/sessions.ts';
import { serverNow } from './clock.ts';
import { readConfig, type Config } from './config.ts';
import { startIngest } from './ingest/ingest.ts';
import { createVerify } from './pull.ts';
import { createBankShelf } from './publications/bank-shelf.ts';
import { startProjection } from './results/projection.ts';
import { databasePath, openDatabase } from './storage/database.ts';
import { secretNamed } from './storage/secret.ts';
import { forgetExpiredSessions } from './storage/tables/session.ts';
import { settingOrNew } from './storage/tables/setting.ts';

/** Everything that the server holds open. There is one, see `state`. */
export type State = Awaited<ReturnType<typeof openState>>;

export async function openState(config: Config) {
	const db = await openDatabase(config.dataDir);
	const epoch = await settingOrNew(db, 'epoch', randomBytes(9).toString('base64url'));
	await forgetExpiredSessions(db, serverNow());
	const secret = secretNamed('session', config.dataDir);
	const auth = createAuth(db, secret);
	const sessions = createSessions(auth, db);
	const ingest = await startIngest(config.root, { path: databasePath(config.dataDir), epoch });
	const banks = createBankShelf(db, config.root);
	const projection = startProjection(db, banks);
	ingest.onStored(() => projection.wake());
	return {
		db,
		epoch,
		auth,
		sessions,
		knownDevices: createKnownDevices(secret),
		ingest,
		banks,
		projection,
		verify: createVerify({ db, epoch }),
		setupToken: await newSetupToken(db),
		limits: {
			/** By address: a whole class signs in at once, a machine that tries everybody is slowed down. */
			signIn: rateLimit(300, 10_000),
			register: rateLimit(120, 10_000),
			invitation: rateLimit(600, 60_000)
		},
		async close(): Promise<void> {
			await ingest.close();
			await projection.close();
			await db.destroy();
		}
	};
}

declare global {
	// Only `var` adds to globalThis. An edit in dev loads this file again; the state stays one.
	var saixueState: Promise<State> | undefined;
}

/** The one state of this process, opened when first asked for. */
export function state(): Promise<State> {
	return (globalThis.saixueState ??= openState(readConfig()));
}

/** Closes it; the next `state()` opens another. */
export async function closeState(): Promise<void> {
	const opened = globalThis.saixueState;
	globalThis.saixueState = undefined;
	await (await opened)?.close();
}
