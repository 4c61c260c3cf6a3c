import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPdf } from '../src/cli/open-pdf.ts';
import { compileCourse } from '#lib/authoring/compile.ts';
import { publicationFromCompiled } from '#lib/course/from-compiled.ts';
import { compileDocument } from '#lib/document/compile.ts';
import { readFile } from '#lib/reader/reader.ts';
import { expectAccessible } from './support/axe.ts';
import { pdfOf, zipBombOf } from './support/documents.ts';
import { waitForServiceWorker } from './support/phone.ts';
import { readReport, reportAsDocx, reportAsHtml, reportAsPdf } from './support/report-files.ts';
import { startSaixue, type Saixue } from './support/saixue.ts';

const folder = mkdtempSync(join(tmpdir(), 'saixue-formats-'));
const report = readReport();
const FILES = {
	'report.html': reportAsHtml(report),
	'report.docx': reportAsDocx(report),
	'report.pdf': reportAsPdf(report)
};

let saixue: Saixue;

test.beforeAll(async () => void (saixue = await startSaixue()));
test.afterAll(async () => {
	await saixue.remove();
	rmSync(folder, { recursive: true, force: true });
});

test('a web page, a Word file and a PDF become the same course as in Node', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	for (const [name, bytes] of Object.entries(FILES))
		await test.step(name, async () => {
			await page.goto(`${saixue.address}/import`);
			await choose(page, fileOf(name, bytes));
			await expect(page.getByText('整理好了')).toBeVisible();
			await expect(page.getByLabel('课程名称')).toHaveValue(report.title);
			await expectAccessible(page);
			await page.getByRole('button', { name: '存到书架' }).click();
			await expect(page).toHaveURL(/\/course\//);
			const id = decodeURIComponent(page.url().split('/course/')[1] ?? '');
			expect(await keptCourse(page, id)).toEqual(await courseInNode(bytes, name));
		});
	expect(errors).toEqual([]);
});

test('once read, PDF needs no network', async ({ page, context }) => {
	await page.goto(`${saixue.address}/import`);
	await waitForServiceWorker(page);
	await choose(page, fileOf('report.pdf', FILES['report.pdf']));
	await expect(page.getByText('整理好了')).toBeVisible();
	await context.setOffline(true);
	await page.reload();
	await choose(page, fileOf('report.pdf', FILES['report.pdf']));
	await expect(page.getByText('整理好了')).toBeVisible();
	await context.setOffline(false);
});

test('what has no text to read says so, and what to do', async ({ page }) => {
	await page.goto(`${saixue.address}/import`);
	const old = Buffer.alloc(1_536);
	Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(old);
	old[30] = 9;
	old[48] = 1;
	Buffer.from('WordDocument', 'utf16le').copy(old, 1_024);
	for (const [name, bytes, says] of [
		['scanned.pdf', pdfOf([[], []]), /共 2 页，里面只有图片.*OCR/],
		['picture.docx', readFileSync('static/icon-192.png'), /看起来是图片/],
		['old.doc', old, /旧版 Word 文档.*另存为 \.docx/],
		['bomb.docx', zipBombOf('word/document.xml', 2_048), /解开后大得不像文档/],
		['torn.pdf', FILES['report.pdf'].slice(0, 40), /不完整或已损坏/]
	] as const)
		await test.step(name, async () => {
			await choose(page, fileOf(name, bytes));
			await expect(page.getByText(says)).toBeVisible();
			await expectAccessible(page);
		});
});

async function choose(page: Page, file: string): Promise<void> {
	await page.locator('input[type=file]').setInputFiles(file);
}

/** What lies in the device's database, as text. */
async function keptCourse(page: Page, id: string): Promise<unknown> {
	const json = await page.evaluate(async (key) => {
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(new Error(name));
			});
			if (!database.objectStoreNames.contains('publications')) continue;
			const row = await new Promise<{ json?: string } | undefined>((resolve) => {
				const asking: IDBRequest<{ json?: string } | undefined> = database
					.transaction('publications')
					.objectStore('publications')
					.get(key);
				asking.onsuccess = () => resolve(asking.result);
			});
			database.close();
			if (row?.json !== undefined) return row.json;
		}
		return 'null';
	}, id);
	return JSON.parse(json);
}

async function courseInNode(bytes: Uint8Array, file: string): Promise<unknown> {
	const raw = await readFile(bytes, file, { openPdf });
	if (!raw.ok) throw new Error(raw.error.type);
	return JSON.parse(JSON.stringify(publicationFromCompiled(compileCourse(compileDocument(raw.value)))));
}

function fileOf(name: string, bytes: Uint8Array): string {
	const file = join(folder, name);
	writeFileSync(file, bytes);
	return file;
}
