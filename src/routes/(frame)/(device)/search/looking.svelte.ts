import type { App } from '#lib/client/app.svelte.ts';
import { Search, type Answer } from '#lib/client/search/search.svelte.ts';
import { HIT_KINDS, type HitKind } from '#lib/study/search/find.ts';

export type Wanted = HitKind | 'all';

/** Of each kind where all are shown together, and how many more at a time where one is. */
const FEW = 4;
export const AT_A_TIME = 50;
/** The address follows when typing stops. */
const SETTLE_MS = 500;

/** What is kept of the page while one looks at what was found. */
export interface Kept {
	query: string;
	kind: Wanted;
	most: number;
	answer: Answer | undefined;
}

/** What somebody looks for on this page, from key to key. */
export class Looking {
	query = $state.raw('');
	kind = $state.raw<Wanted>('all');
	course = $state.raw<string>();
	most = $state.raw(AT_A_TIME);
	/** What is read out once typing has stopped. */
	settled = $state.raw<Answer>();
	readonly search: Search;
	readonly #onsettled: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#frame = 0;

	constructor(app: App, address: URLSearchParams, onsettled: () => void) {
		this.search = new Search(app);
		this.#onsettled = onsettled;
		this.query = address.get('q') ?? '';
		this.course = address.get('course') ?? undefined;
		this.kind = HIT_KINDS.find((kind) => kind === address.get('kind')) ?? 'all';
		this.look();
	}

	/** The answer, as long as it is one to what stands in the field or to what stood there a moment ago. */
	get answer(): Answer | undefined {
		return this.query.trim() === '' ? undefined : this.search.answer;
	}

	change(to: { query?: string; kind?: Wanted; course?: string | undefined }): void {
		if (to.query !== undefined) this.query = to.query;
		if (to.kind !== undefined) this.kind = to.kind;
		if ('course' in to) this.course = to.course;
		this.most = AT_A_TIME;
		this.look();
	}

	showMore(): void {
		this.most += AT_A_TIME;
		this.look();
	}

	/** Asked once a frame, however fast the keys come. */
	look(): void {
		this.#frame ||= requestAnimationFrame(() => {
			this.#frame = 0;
			const { query, kind, course, most } = this;
			if (query.trim() === '') this.search.clear();
			else
				this.search.ask({
					query,
					most: kind === 'all' ? FEW : most,
					...(kind !== 'all' && { kind }),
					...(course !== undefined && { course })
				});
		});
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#settle(), SETTLE_MS);
	}

	/** What is looked for, for the address. */
	get wanted(): { q?: string; kind?: HitKind; course?: string } {
		const { query, kind, course } = this;
		return {
			...(query.trim() !== '' && { q: query.trim() }),
			...(kind !== 'all' && { kind }),
			...(course !== undefined && { course })
		};
	}

	keep(): Kept {
		const { query, kind, most } = this;
		return { query, kind, most, answer: this.answer };
	}

	/** As it was left, at once; then asked anew, because courses may have come or gone. */
	comeBack({ query, kind, most, answer }: Kept): void {
		this.query = query;
		this.kind = kind;
		this.most = most;
		this.search.answer = answer;
		this.look();
	}

	close(): void {
		clearTimeout(this.#timer);
		cancelAnimationFrame(this.#frame);
		this.search.close();
	}

	#settle(): void {
		this.settled = this.answer;
		this.#onsettled();
	}
}
