import { createHmac, timingSafeEqual } from 'node:crypto';
import { foldUserName } from './auth.ts';

const COOKIE = 'saixue.known';
const MOST_ACCOUNTS = 20;
const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Devices on which an account was signed in before. Their tries are counted apart from everybody else's, so
 * that a guesser elsewhere cannot keep a person out of their own account. The cookie carries one seal for
 * each account, which only this server can make; it signs nobody in and stays after a sign-out.
 */
export function createKnownDevices(secret: string) {
	const sealOf = (userName: string) =>
		createHmac('sha256', secret)
			.update(`known-device\n${foldUserName(userName)}`)
			.digest('base64url');

	return {
		isKnown(cookieHeader: string | null, userName: string): boolean {
			const seal = sealOf(userName);
			return sealsIn(cookieHeader).some((held) => isSame(held, seal));
		},

		/** The Set-Cookie line after a success on this device. */
		remember(cookieHeader: string | null, userName: string): string {
			const seal = sealOf(userName);
			const seals = [seal, ...sealsIn(cookieHeader).filter((held) => held !== seal)].slice(0, MOST_ACCOUNTS);
			const rules = `Path=/api/v1/account; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax`;
			return `${COOKIE}=${seals.join('.')}; ${rules}`;
		}
	};
}

function sealsIn(cookieHeader: string | null): string[] {
	for (const part of (cookieHeader ?? '').split(';')) {
		const [name, value] = part.trim().split('=', 2);
		if (name === COOKIE && value) return value.split('.').filter((seal) => /^[\w-]{43}$/.test(seal));
	}
	return [];
}

function isSame(held: string, seal: string): boolean {
	return timingSafeEqual(Buffer.from(held), Buffer.from(seal));
}
