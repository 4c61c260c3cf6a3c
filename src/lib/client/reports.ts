import type { Result } from '#lib/base/result.ts';
import { ok, refuse } from '#lib/base/result.ts';
import type { ReportAnswer, ReportsQuery, ReportsResponse } from '#lib/wire/reports.ts';
import type { App } from './app.svelte.ts';
import { asking, type PublishRefused } from './trainer.ts';

/** 纠错 from the organisation's members; for trainers. */
export async function reports(
	app: App,
	query: Omit<ReportsQuery, 'organisation'>
): Promise<Result<ReportsResponse, PublishRefused>> {
	const organisation = app.membership?.organisation;
	if (organisation === undefined) return refuse({ type: 'NotAllowed' });
	return asking(() => app.remote.reports({ organisation, ...query }));
}

/** One answer to all who reported the same. */
export async function handleReports(
	app: App,
	ids: readonly string[],
	note: string
): Promise<Result<void, PublishRefused>> {
	const organisation = app.membership?.organisation;
	const [first, ...also] = ids;
	if (organisation === undefined || first === undefined) return refuse({ type: 'NotAllowed' });
	const handled = await asking(() => app.remote.handleReport(first, { organisation, note, also }));
	return handled.ok ? ok(undefined) : handled;
}

/** What became of one's own reports; by the report's id. */
export async function reportAnswers(
	app: App
): Promise<Result<ReadonlyMap<string, ReportAnswer>, PublishRefused>> {
	const read = await asking(() => app.remote.reportAnswers());
	return read.ok ? ok(new Map(read.value.answers.map((answer) => [answer.report, answer]))) : read;
}

/** The own course on this device from which a published one came: there its questions can be mended. */
export async function ownCourseOf(app: App, publishedHash: string): Promise<string | undefined> {
	const { db } = await app.stores.ready();
	return (await db.courses.where('publishedHash').equals(publishedHash).first())?.id;
}
