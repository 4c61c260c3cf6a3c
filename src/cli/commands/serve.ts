/** The server itself; it ends the process when it is told to stop. */
export async function run(args: string[]): Promise<number> {
	if (args.length > 0) return 2;
	await import('../serve.ts');
	return new Promise(() => undefined);
}
