import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import { newId } from '../storage/new-id.ts';
import type { Database } from '../storage/schema.ts';

/** OWASP's and ASVS 5.0's argon2id; 2 is Argon2id (the package's own constant is a `const enum`). */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The account library over our own database. It is called from our endpoints and mounted nowhere; limits
 * of attempts are ours too (attempts.ts).
 */
export function createAuth(db: Database, secret: string) {
	return betterAuth({
		secret,
		database: { db, type: 'sqlite' },
		user: { modelName: 'person' },
		account: { modelName: 'credential' },
		session: { expiresIn: 60 * DAY, updateAge: DAY },
		emailAndPassword: {
			enabled: true,
			minPasswordLength: 8,
			maxPasswordLength: 128,
			password: {
				hash: hashPassword,
				verify: ({ hash: stored, password }) => verify(stored, password.normalize('NFKC'))
			}
		},
		plugins: [
			username({
				minUsernameLength: 1,
				maxUsernameLength: 200,
				// The endpoints have checked it with UserNameSchema.
				usernameValidator: () => true,
				usernameNormalization: foldUserName
			})
		],
		rateLimit: { enabled: false },
		logger: { disabled: true },
		telemetry: { enabled: false },
		onAPIError: { throw: true },
		advanced: {
			cookiePrefix: 'saixue',
			// Phones reach a laptop over plain http; over https the handle hook adds Secure (secureCookies).
			useSecureCookies: false,
			ipAddress: { disableIpTracking: true },
			database: { generateId: newId }
		}
	});
}
const DAY = 24 * 3600;

export type Auth = ReturnType<typeof createAuth>;

export function hashPassword(password: string): Promise<string> {
	return hash(password.normalize('NFKC'), COST);
}

/** Two spellings of one name: full-width letters and capitals make no difference. */
export function foldUserName(userName: string): string {
	return userName.normalize('NFKC').trim().toLowerCase();
}
