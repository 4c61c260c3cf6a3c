/** A command line of its own; `run` answers with the exit code: 0 done, 1 failed, 2 wrong usage. */
interface Command {
	usage: string;
	says: string;
	load(): Promise<{ run(args: string[]): Promise<number> }>;
}

/** Loaded only when asked for: `--help` need not wait for a database. */
export const COMMANDS = {
	compile: {
		usage: '<file…> [--json]',
		says: '文档 → 文本、要点、课程、题目 / documents to text, facts, modules, questions',
		load: () => import('./commands/compile.ts')
	},
	lint: {
		usage: '<bank…> [--documents <folder>] [--json]',
		says: '检查题库的命题规则与出处 / item-writing rules over a bank, and its citations',
		load: () => import('./commands/lint.ts')
	},
	schema: {
		usage: '',
		says: '重新生成 questions/module.schema.json / writes it anew from the schema in the code',
		load: () => import('./commands/schema.ts')
	},
	serve: {
		usage: '',
		says: '启动服务器（与 npm start 相同，需要先构建）/ starts the built server, as npm start does',
		load: () => import('./commands/serve.ts')
	},
	user: {
		usage: 'list | password <userName>',
		says: '列出用户，或为忘记密码的人设新密码 / lists accounts, or sets a new password',
		load: () => import('./commands/user.ts')
	}
} as const satisfies Record<string, Command>;

export function isCommand(name: string): name is keyof typeof COMMANDS {
	return Object.hasOwn(COMMANDS, name);
}
