import { parseArgs } from 'node:util';
import { COMMANDS, isCommand } from './commands.ts';

process.exitCode = await main(process.argv.slice(2));

/** 0 done, 1 failed, 2 wrong usage. */
async function main(args: string[]): Promise<number> {
	const [name, ...rest] = args;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		const print = name === undefined ? console.error : console.log;
		print(help());
		return name === undefined ? 2 : 0;
	}
	if (!isCommand(name)) {
		console.error(`没有“${name}”这个命令。/ There is no command “${name}”.\n\n${help()}`);
		return 2;
	}
	const command = COMMANDS[name];
	const { values } = parseArgs({
		args: rest,
		options: { help: { type: 'boolean', short: 'h' } },
		strict: false
	});
	if (values.help) {
		console.log(`saixue ${name} ${command.usage}\n  ${command.says}`);
		return 0;
	}
	const { run } = await command.load();
	return run(rest);
}

function help(): string {
	const lines = Object.entries(COMMANDS).map(
		([name, { usage, says }]) => `  ${`${name} ${usage}`.padEnd(50)} ${says}`
	);
	return ['用法 / Usage: npm run --silent saixue -- <command> …', '', ...lines].join('\n');
}
