import { expect, test, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSaixue, type Saixue } from './support/saixue.ts';

const report = readFileSync('tests/support/work-report.txt', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'saixue-import-'));

let saixue: Saixue;

test.beforeAll(async () => void (saixue = await startSaixue()));
test.afterAll(async () => {
	await saixue.remove();
	rmSync(folder, { recursive: true, force: true });
});

test('what is no text says so, and leaves the page ready for another file', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.goto(`${saixue.address}/import`);
	const large = fileOf('large.txt', '');
	truncateSync(large, 50 * 1024 * 1024);
	const word = ['PK\x03\x04\x14\0\x06\0\x08\0', '\0'.repeat(16), '[Content_Types].xml', '\0'.repeat(2_000)];
	for (const [file, says] of [
		[fileOf('picture.txt', readFileSync('static/icon-192.png')), '看起来是图片'],
		[fileOf('empty.txt', ''), '里面没有可读的文字'],
		[fileOf('blank.txt', ' \n\u3000\n\t\n'), '里面没有可读的文字'],
		[large, '超过 .* 的上限'],
		[fileOf('noise.txt', randomBytes(40_000)), '认不出'],
		[fileOf('report.docx', Buffer.from(word.join(''), 'latin1')), '不完整或已损坏'],
		[fileOf('greeting.txt', '你好。'), '文字太少']
	] as const)
		await test.step(file.slice(folder.length + 1), async () => {
			await choose(page, file);
			await expect(page.getByText(new RegExp(says))).toBeVisible();
			await expect(page.locator('button', { hasText: '选择文件' })).toBeVisible();
		});
	await choose(page, 'tests/support/work-report.txt');
	await expect(page.getByText('整理好了')).toBeVisible();
	await expect(page.getByText(/看起来是|的上限|文字太少/)).toHaveCount(0);
	expect(errors).toEqual([]);
});

test('the same text is the same course in every encoding, pasted and dropped', async ({ page }) => {
	const littleEndian = Buffer.from(`\ufeff${report}`, 'utf16le');
	const bigEndian = Buffer.from(littleEndian).swap16();
	for (const [name, bytes] of [
		['utf-8-with-mark.txt', Buffer.from(`\ufeff${report}`)],
		['utf-16-little-endian.txt', littleEndian],
		['utf-16-big-endian.txt', bigEndian],
		['utf-16-without-mark.txt', littleEndian.subarray(2)],
		['gb18030.txt', gb18030(report)]
	] as const)
		await test.step(name, async () => {
			await page.goto(`${saixue.address}/import`);
			await choose(page, fileOf(name, bytes));
			await expectReport(page);
		});

	await test.step('pasted into its field', async () => {
		await page.goto(`${saixue.address}/import`);
		await page.getByLabel('或者粘贴一段文字').fill(report);
		await page.getByRole('button', { name: '整理这段文字' }).click();
		await expectReport(page);
	});

	for (const how of ['drop', 'paste'] as const)
		await test.step(`as a file: ${how}`, async () => {
			await page.goto(`${saixue.address}/import`);
			const target =
				how === 'drop' ? page.getByRole('group', { name: '选择或拖入文件' }) : page.locator('body');
			await expect(page.locator('button', { hasText: '选择文件' })).toBeVisible();
			await target.evaluate(
				(node, { text, type }) => {
					const data = new DataTransfer();
					data.items.add(new File([text], 'report.txt', { type: 'text/plain' }));
					const usual = { bubbles: true, cancelable: true };
					node.dispatchEvent(
						type === 'drop'
							? new DragEvent('drop', { ...usual, dataTransfer: data })
							: new ClipboardEvent('paste', { ...usual, clipboardData: data })
					);
				},
				{ text: report, type: how }
			);
			await expectReport(page);
		});
});

test('the preview says what was left out; importing twice adds nothing', async ({ page }) => {
	const addresses: string[] = [];
	for (let n = 0; n < 2; n++) {
		await page.goto(`${saixue.address}/import`);
		await choose(page, 'tests/support/work-report.txt');
		await page.getByText(/^略去的内容（\d+）$/).click();
		await expect(page.getByRole('listitem').filter({ hasText: '— 1 —' })).toBeVisible();
		await page.getByRole('button', { name: '存到书架' }).click();
		await expect(page).toHaveURL(/\/course\//);
		addresses.push(page.url());
		if (n === 0) {
			await page.getByRole('link', { name: '开始学' }).click();
			await page.getByRole('button', { name: /^读完了/ }).click();
			await expect(page).toHaveURL(/\/practice/);
		}
	}
	expect(addresses[1]).toBe(addresses[0]);
	await expect(page.getByRole('progressbar', { name: /^已读 1 \/ / })).toBeVisible();
	await page.goto(`${saixue.address}/library`);
	await expect(page.getByRole('region', { name: '我导入的' }).getByRole('heading', { level: 3 })).toHaveCount(
		1
	);
});

test('a text of five megabytes can be cancelled in the middle; the next one is read', async ({ page }) => {
	const numbered = Array.from({ length: 2_600 }, (_, n) => report.replaceAll('2024年', `${1_000 + n}年`));
	const large = fileOf('five-megabytes.txt', numbered.join('\n').slice(0, 1_800_000));
	await page.goto(`${saixue.address}/import`);
	await choose(page, large);
	await expect(page.getByRole('listitem').filter({ hasText: '修好断行' })).toHaveAttribute(
		'aria-current',
		'step'
	);
	await expect(page.getByRole('progressbar')).toBeVisible();
	await page.getByRole('button', { name: '取消' }).click();
	await expect(page.locator('button', { hasText: '选择文件' })).toBeVisible();
	await choose(page, 'tests/support/work-report.txt');
	await expectReport(page);
	await page.goto(`${saixue.address}/library`);
	await expect(page.getByRole('region', { name: '内置课程' })).toBeVisible();
	await expect(page.getByRole('region', { name: '我导入的' })).toHaveCount(0);
});

async function choose(page: Page, file: string): Promise<void> {
	await page.locator('input[type=file]').setInputFiles(file);
}

async function expectReport(page: Page): Promise<void> {
	await expect(page.getByText('整理好了')).toBeVisible();
	await expect(page.getByLabel('课程名称')).toHaveValue(/^海河市总工会2025年工作报告/);
	await expect(page.getByText('林向阳')).toBeVisible();
}

function fileOf(name: string, bytes: string | Uint8Array): string {
	const file = join(folder, name);
	writeFileSync(file, bytes);
	return file;
}

/** Node only decodes GB18030, so its table of two bytes is read backwards. */
function gb18030(text: string): Buffer {
	const decoder = new TextDecoder('gb18030');
	const codes = new Map<string, [number, number]>();
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			const sign = decoder.decode(Uint8Array.of(lead, trail));
			if (trail !== 0x7f && sign.length === 1 && sign !== '\ufffd') codes.set(sign, [lead, trail]);
		}
	return Buffer.from(
		[...text].flatMap((sign) => {
			const code = sign.charCodeAt(0);
			const pair = codes.get(sign);
			if (code >= 0x80 && !pair) throw new Error(`not among the two-byte signs: ${sign}`);
			return pair ?? [code];
		})
	);
}
