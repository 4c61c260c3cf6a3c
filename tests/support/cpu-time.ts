/**
 * Milliseconds of the processor that `work` takes in this thread: what else a busy machine does at the time
 * is not counted.
 */
export function cpuMsOf(work: () => unknown): number {
	const before = process.threadCpuUsage();
	work();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1_000;
}
