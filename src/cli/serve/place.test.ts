import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listOf, placeOf, writePlace } from './place.ts';

const request = (headers: Record<string, string>, remoteAddress = '::ffff:192.0.2.50') =>
	({ headers: { ...headers }, socket: { remoteAddress } }) as unknown as IncomingMessage;
const none = new Set<string>();

describe('under which name the server answers', () => {
	it('takes addresses, localhost and .local names', () => {
		for (const host of [
			'localhost',
			'localhost:3000',
			'192.0.2.7:3000',
			'127.0.0.1',
			'[::1]:3000',
			'[fe80::1]',
			'laptop.local',
			'phone.saixue.local:3000'
		])
			expect(placeOf(request({ host }), none, none)?.host, host).toBe(host);
	});

	it('takes another name only from the list, with its port', () => {
		const names = listOf('school.example, quiz.example:8443');
		expect(placeOf(request({ host: 'School.example' }), names, none)).toBeDefined();
		expect(placeOf(request({ host: 'quiz.example:8443' }), names, none)).toBeDefined();
		for (const host of [
			'evil.example',
			'school.example.evil.example',
			'quiz.example',
			'localhost.evil.example',
			'evil.example#.local',
			'192.0.2.7.evil.example',
			'',
			'a local'
		])
			expect(placeOf(request({ host }), names, none), host).toBeUndefined();
	});

	it('believes forwarded headers from the trusted proxy alone, and there the last entry', () => {
		const forwarded = {
			host: 'localhost',
			'x-forwarded-proto': 'https',
			'x-forwarded-host': 'school.example',
			'x-forwarded-for': '203.0.113.1, 198.51.100.4'
		};
		const names = listOf('school.example');
		expect(placeOf(request(forwarded), names, listOf('192.0.2.50'))).toEqual({
			proto: 'https',
			host: 'school.example',
			address: '198.51.100.4'
		});
		expect(placeOf(request(forwarded, '192.0.2.51'), names, listOf('192.0.2.50'))).toEqual({
			proto: 'http',
			host: 'localhost',
			address: '192.0.2.51'
		});
		expect(
			placeOf(request({ ...forwarded, 'x-forwarded-proto': 'ftp' }), names, listOf('192.0.2.50'))
		).toBeUndefined();
	});

	it('writes over what a client sent under the private names', () => {
		const spoofed = request({
			host: 'localhost',
			'x-saixue-proto': 'https',
			'x-saixue-host': 'evil.example',
			'x-saixue-ip': '10.0.0.1'
		});
		writePlace(spoofed, placeOf(spoofed, none, none)!);
		expect(spoofed.headers).toMatchObject({
			'x-saixue-proto': 'http',
			'x-saixue-host': 'localhost',
			'x-saixue-ip': '192.0.2.50'
		});
	});
});
