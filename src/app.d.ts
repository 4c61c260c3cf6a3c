import '@sveltejs/adapter-node';

declare global {
	interface Window {
		/** In the page of a shared set: see src/recorder.js. */
		recorder?: import('./routes/set/[token]/given.ts').Recorder;
	}
	namespace App {
		interface Error {
			message: string;
			/** The organisation that took back what was shared. */
			by?: string;
		}
		interface Locals {
			/** Who is asking, or undefined for a guest. Filled by the handle hook from the session. */
			person?: import('#lib/wire/account.ts').Person;
			language: import('#lib/i18n/language.ts').Language;
		}
	}
}

export {};
