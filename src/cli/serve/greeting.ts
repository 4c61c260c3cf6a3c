import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';

/** What whoever started the server needs to know, in both languages: there is no browser yet to ask for one. */
export function greeting(port: number, phones: readonly string[], setupToken: string | undefined): string {
	const local = `http://localhost:${port}`;
	const lines = ['', `赛学已启动 / Saixue is running: ${local}`];
	const [first] = phones;
	if (first !== undefined) {
		lines.push(`同一网络的手机请打开 / Phones on the same network: ${phones.join('  ')}`, '');
		lines.push(renderUnicodeCompact(first, { border: 2 }));
	}
	if (setupToken !== undefined)
		lines.push(
			'',
			'第一次使用：请用下面的一次性链接创建管理员 / First start: make the administrator with this one-time link:',
			`${local}/setup/${setupToken}`
		);
	lines.push('', '按 Ctrl+C 停止 / Press Ctrl+C to stop', '');
	return lines.join('\n');
}

/** Where other devices on the same network may find this server, the likeliest first. */
export function phoneOrigins(port: number): string[] {
	return Object.entries(networkInterfaces())
		.filter(([name]) => !/^(docker|br-|veth|virbr|vmnet|utun|tun|tap)/.test(name))
		.flatMap(([, addresses]) => addresses ?? [])
		.filter(
			({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.')
		)
		.map(({ address }) => address)
		.sort((a, b) => Number(isPrivate(b)) - Number(isPrivate(a)))
		.map((address) => `http://${address}:${port}`);
}

function isPrivate(address: string): boolean {
	return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
}
