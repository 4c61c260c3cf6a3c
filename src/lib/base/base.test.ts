import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestText, hashText } from './hash.ts';
import { contentIds, UuidSchema, uuidFrom } from './id.ts';
import { parse } from './parse.ts';
import { seededRandom, shuffled } from './random.ts';
import { millis } from './time.ts';

describe('hash', () => {
	it('is SHA-256 of the UTF-8 bytes (FIPS 180-4, "abc")', () => {
		expect(hashText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	});

	it('digests many texts that are nearly the same without a coincidence', () => {
		const digests = new Set<string>();
		for (let n = 0; n < 100_000; n++) digests.add(digestText(`第${n}名职工参加了培训`));
		for (let n = 0; n < 50_000; n++) digests.add(digestText(String.fromCharCode(n % 251, n >> 8, n & 255)));
		expect(digests.size).toBe(150_000);
		for (const digest of [...digests].slice(0, 100)) expect(digest).toMatch(/^[0-9a-f]{12}$/);
	});

	it('prints the same value the same way, whatever the order of its keys', () => {
		expect(canonicalJson({ b: 1, a: [{ d: 2, c: undefined }] })).toBe(canonicalJson({ a: [{ d: 2 }], b: 1 }));
		expect(canonicalJson({ b: 1, a: 2 })).toBe('{"a":2,"b":1}');
	});
});

describe('ids', () => {
	it('every time and every chance gives a UUIDv7', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: 2 ** 44 }),
				fc.uint8Array({ minLength: 10, maxLength: 10 }),
				(now, random) => {
					expect(parse(UuidSchema, uuidFrom(millis(now), random)).ok).toBe(true);
				}
			)
		);
	});

	it('sorts by time', () => {
		const none = new Uint8Array(10);
		const all = new Uint8Array(10).fill(255);
		expect(uuidFrom(millis(1_000), all) < uuidFrom(millis(1_001), none)).toBe(true);
	});

	it('tells the second occurrence of a text from the first', () => {
		const idOf = contentIds();
		const first = idOf('p', '一样');
		const second = idOf('p', '一样');
		expect(second).toBe(`${first}.1`);
		expect(contentIds()('p', '一样')).toBe(first);
	});
});

describe('random', () => {
	it('repeats itself for the same seed and stays in [0, 1)', () => {
		fc.assert(
			fc.property(fc.string(), (seed) => {
				const [a, b] = [seededRandom(seed), seededRandom(seed)];
				for (let i = 0; i < 20; i++) {
					const value = a();
					expect(value).toBe(b());
					expect(value >= 0 && value < 1).toBe(true);
				}
			})
		);
	});

	it('shuffles without losing or adding anything', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
				const mixed = shuffled(items, seededRandom(seed));
				expect([...mixed].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
			})
		);
	});
});
