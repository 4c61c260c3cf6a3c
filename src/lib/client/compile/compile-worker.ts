import { openPdf } from './open-pdf.ts';
import { runJob, type FromWorker, type JobInput } from './job.ts';

const PROGRESS_EVERY_MS = 80;

addEventListener('message', ({ data }: MessageEvent<JobInput>) => {
	let saidAt = -Infinity;
	let saidStep = '';
	runJob(data, {
		onprogress(progress) {
			const now = performance.now();
			if (progress.step === saidStep && now - saidAt < PROGRESS_EVERY_MS) return;
			saidAt = now;
			saidStep = progress.step;
			say({ type: 'progress', progress });
		},
		pause: () => Promise.resolve(),
		openPdf
	}).then(
		(result) => say({ type: 'done', result }),
		(error: unknown) => say({ type: 'broken', message: String(error) })
	);
});

function say(message: FromWorker): void {
	postMessage(message);
}
