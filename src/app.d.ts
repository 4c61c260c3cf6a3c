import '@sveltejs/adapter-node';

declare global {
	namespace App {
		interface Locals {
			/** Who is asking, or undefined for a guest. Filled by the handle hook from the session. */
			person?: import('#lib/wire/account.ts').Person;
			language: import('#lib/i18n/language.ts').Language;
		}
	}
}

export {};
