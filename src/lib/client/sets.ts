import { parseJson } from '#lib/base/parse.ts';
import { ok, refuse, type Result } from '#lib/base/result.ts';
import { PublicationSchema, type Publication } from '#lib/course/publication.ts';
import type { SetsResponse, SharedSetEntry, ShareSetBody } from '#lib/wire/sets.ts';
import type { App } from './app.svelte.ts';
import { Outage } from './remote/request.ts';
import { readPublication } from './store/courses.ts';
import { inOrganisation, type PublishRefused } from './trainer.ts';

/** What the organisation shares now, and where phones reach this server. */
export function sharedSets(app: App): Promise<Result<SetsResponse, PublishRefused>> {
	return inOrganisation(app, (organisation) => app.remote.sets(organisation));
}

export function shareSet(app: App, body: ShareSetBody): Promise<Result<SharedSetEntry, PublishRefused>> {
	return inOrganisation(app, (organisation) => app.remote.shareSet(organisation, body));
}

export function withdrawSet(app: App, token: string): Promise<Result<unknown, PublishRefused>> {
	return inOrganisation(app, (organisation) => app.remote.withdrawSet(token, organisation));
}

/** A course as the organisation publishes it: from this device, or else from the server without keeping it. */
export async function readPublished(app: App, hash: string): Promise<Result<Publication, PublishRefused>> {
	const held = await readPublication(await app.stores.ready(), hash);
	if (held) return ok(held);
	try {
		const text = await app.remote.publication('published', hash, {});
		const publication = text === undefined ? undefined : parseJson(PublicationSchema, text);
		return publication?.ok ? ok(publication.value) : refuse({ type: 'NoSuchPublication' });
	} catch (error) {
		if (error instanceof Outage) return refuse({ type: 'Offline' });
		throw error;
	}
}
