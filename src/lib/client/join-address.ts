import type { App } from './app.svelte.ts';
import { members } from './trainer.ts';

export interface JoinAddresses {
	/** Lets whoever has it into the organisation: known to those who lead it, while the server answers. */
	invitation?: string;
	/** Where others reach this server; undefined when this device knows only a name for itself. */
	home?: string;
}

/**
 * Where a picture may lead those who see it.
 * @param invitationPath the address of an invitation code on the server
 */
export async function joinAddresses(
	app: App,
	invitationPath: (code: string) => string
): Promise<JoinAddresses> {
	const { membership } = app;
	const listed =
		membership && membership.role !== 'learner'
			? await Promise.race([members(app), new Promise<undefined>((resolve) => setTimeout(resolve, WAIT_MS))])
			: undefined;
	if (listed?.ok) {
		const { origin, inviteCode } = listed.value;
		return { home: origin, ...(inviteCode !== '' && { invitation: origin + invitationPath(inviteCode) }) };
	}
	return isOnlyHere(location.hostname) ? {} : { home: location.origin };
}
const WAIT_MS = 2_500;

/** Such a name leads every other phone to itself. */
function isOnlyHere(name: string): boolean {
	return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || name.startsWith('127.');
}
