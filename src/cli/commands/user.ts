import { resetPassword } from '#lib/server/accounts/recovery.ts';
import { readConfig } from '#lib/server/config.ts';
import { openDatabase } from '#lib/server/storage/database.ts';
import { listPeople } from '#lib/server/storage/tables/person.ts';

/** Works beside a running server, on the same data folder. */
export async function run([action, userName, ...rest]: string[]): Promise<number> {
	const isList = action === 'list' && userName === undefined;
	const isPassword = action === 'password' && userName !== undefined && rest.length === 0;
	if (!isList && !isPassword) return 2;
	const db = await openDatabase(readConfig().dataDir);
	try {
		if (isPassword) return await printNewPassword(userName, (name) => resetPassword(db, name));
		for (const { userName: account, name, organisationName, role } of await listPeople(db))
			console.log([account, name, organisationName ?? '-', role ?? '-'].join('\t'));
		return 0;
	} finally {
		await db.destroy();
	}
}

async function printNewPassword(
	userName: string,
	reset: (userName: string) => ReturnType<typeof resetPassword>
): Promise<number> {
	const changed = await reset(userName);
	if (!changed.ok) {
		console.error(`没有“${userName}”这个用户。/ There is no user “${userName}”.`);
		return 1;
	}
	console.error('新密码（请本人登录后妥善保管）/ The new password:');
	console.log(changed.value.password);
	return 0;
}
