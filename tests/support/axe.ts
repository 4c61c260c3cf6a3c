import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { contentShown, settle } from './phone.ts';

// What a tool can tell of how accessible a page is.

/** The page as it stands, in the colours and the size of text it has. */
export async function expectAccessible(page: Page): Promise<void> {
	await settle(page);
	// No frame of another origin to look into: that would cost a page of its own each time.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await axe.analyze();
	const found = violations.map(
		({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`
	);
	expect(found, page.url()).toEqual([]);
}

/** The page once its content is there: in light and dark colours, and with text twice as large. */
export async function expectAccessibleInAnyLook(page: Page): Promise<void> {
	await contentShown(page);
	await expect(page).toHaveTitle(/.+/);
	await page.emulateMedia({ colorScheme: 'light' });
	await expectAccessible(page);
	await page.emulateMedia({ colorScheme: 'dark' });
	// Also before: large letters may have less contrast.
	await expectAccessible(page);
	await setTextSize(page, '200%');
	await expectAccessible(page);
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways, `${page.url()} scrolls sideways at 200%`).toBeLessThanOrEqual(0);
	await setTextSize(page, '');
}

async function setTextSize(page: Page, size: string): Promise<void> {
	await page.evaluate((given) => (document.documentElement.style.fontSize = given), size);
	await settle(page);
}
