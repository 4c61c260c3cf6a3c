import { canonicalJson, hashText } from '#lib/base/hash.ts';
import { randomIndex, seededRandom, type Random } from '#lib/base/random.ts';
import { millis } from '#lib/base/time.ts';
import { Outage } from '#lib/client/remote/request.ts';
import { appendEvents, type Draft } from '#lib/client/store/append.ts';
import type { Store } from '#lib/client/store/store.ts';
import { syncRound } from '#lib/client/sync/round.ts';
import type { Event } from '#lib/log/event.ts';
import { learnerFrom } from '#lib/study/learner.ts';
import { fakeDevice, openFake, type FakeDevice } from '../support/fake-device.ts';
import { Actor, type PendingCall } from './actor.ts';
import { acknowledgementOf, planted, type Held, type Plant } from './plants.ts';
import { REFUSALS, type Backup, type SimulatedServer } from './server.ts';

export interface Outcome {
	/** Hash of every decision and of what came of it: the same seed gives the same one. */
	trace: string;
	/** What must hold and did not, in words. */
	problems: string[];
}

interface Phone {
	name: string;
	member: string;
	device: FakeDevice;
	store: Store;
	tabs: Actor[];
	/** As they were written, by id. */
	written: Map<string, string>;
}

type Fault = 'none' | 'lost-request' | 'lost-answer' | 'twice' | 'garbled' | keyof typeof REFUSALS;

const STEPS = 45;
const MOST_TABS = 2;
const DAY_MS = 86_400_000;

/**
 * One world by one seed: two to five phones of one or two people, with the product's own store and
 * synchronisation, and the product's own server, over a network that loses, doubles, delays, breaks and
 * refuses; tabs crash, clocks jump, the server is put back to an older copy. Then the network heals, and
 * what must hold is looked at (SAFETY, invariants I1–I5, I7, I10).
 */
export async function simulate(server: SimulatedServer, seed: string, plant?: Plant): Promise<Outcome> {
	const world = await World.open(server, seed, plant);
	try {
		for (let step = 0; step < STEPS; step++) await world.step();
		await world.heal();
		return { trace: hashText(world.trace.join('\n')), problems: await world.problems() };
	} finally {
		world.close();
	}
}

class World {
	readonly trace: string[] = [];
	readonly #random: Random;
	readonly #server: SimulatedServer;
	readonly #plant: Plant | undefined;
	readonly #phones: Phone[];
	#backup: Backup | undefined;
	#restores = 0;

	static async open(server: SimulatedServer, seed: string, plant: Plant | undefined): Promise<World> {
		const random = seededRandom(seed);
		server.begin();
		const people = 1 + randomIndex(random, 2);
		const count = 2 + randomIndex(random, 4);
		const phones: Phone[] = [];
		for (let n = 0; n < count; n++) {
			const member = `member-${n % people}`;
			const device = fakeDevice(`${seed}/${n}`);
			const name = `${seed}/${member}/${n}`;
			phones.push({
				name,
				member,
				device,
				store: await opened(name, member, device),
				tabs: [],
				written: new Map()
			});
		}
		return new World(server, plant, random, phones);
	}

	private constructor(server: SimulatedServer, plant: Plant | undefined, random: Random, phones: Phone[]) {
		this.#server = server;
		this.#plant = plant;
		this.#random = random;
		this.#phones = phones;
		server.now = millis(phones[0]?.device.clock.at ?? 0);
	}

	async step(): Promise<void> {
		const phone = this.#pick(this.#phones);
		const waiting = phone.tabs.filter(({ pending }) => pending);
		const dice = this.#random();
		this.#pass(phone);
		if (dice < 0.3) await this.#practise(phone);
		else if (dice < 0.5 && phone.tabs.length < MOST_TABS) await this.#startSync(phone);
		else if (dice < 0.9 && waiting.length > 0) await this.#deliver(phone, this.#pick(waiting));
		else if (dice < 0.94) await this.#crash(phone);
		else if (dice < 0.97) this.#backup = this.#backUp();
		else if (this.#backup) this.#restore(this.#backup);
	}

	/** The network is whole again; every phone gets the time it needs. */
	async heal(): Promise<void> {
		for (const phone of this.#phones)
			while (phone.tabs.length > 0) await this.#deliver(phone, this.#pick(phone.tabs), 'none');
		for (let lap = 0; lap < 4; lap++)
			for (const phone of this.#phones) {
				// Beyond the pause between two recoveries.
				phone.device.pass(700_000);
				await this.#startSync(phone);
				while (phone.tabs[0]) await this.#deliver(phone, phone.tabs[0], 'none');
			}
	}

	async problems(): Promise<string[]> {
		const problems: string[] = [];
		const members = new Set(this.#phones.map(({ member }) => member));
		for (const member of members) {
			const phones = this.#phones.filter((phone) => phone.member === member);
			const held = await this.#server.eventsOf(member);
			const onServer = new Map(held.map((event) => [event.id, contentOf(event)]));
			const written = new Map(phones.flatMap((phone) => [...phone.written]));
			for (const [id, content] of written)
				if (onServer.get(id) !== content)
					problems.push(`${id} is ${onServer.has(id) ? 'another one' : 'not'} on the server`);
			for (const id of onServer.keys()) if (!written.has(id)) problems.push(`nobody wrote ${id}`);
			const onFold = foldOf(held);
			for (const phone of phones) {
				const events = await phone.store.db.events.toArray();
				if (foldOf(events) !== onFold) problems.push(`${phone.name} folds to something else`);
				for (const event of events)
					if (event.member !== member) problems.push(`${phone.name} holds what is ${event.member}'s`);
				const left = await phone.store.db.outbox.count();
				if (left > 0) problems.push(`${phone.name} has ${left} left to send`);
				const quarantined = await phone.store.db.quarantine.count();
				if (quarantined > 0) problems.push(`${phone.name} has ${quarantined} in quarantine`);
			}
			problems.push(...(await this.#sentAgain(member, phones)));
		}
		return problems;
	}

	close(): void {
		for (const { store } of this.#phones) {
			store.close();
			indexedDB.deleteDatabase(store.db.dexie.name);
		}
	}

	/** Everything once more: not a byte of the log may change, and nothing of a device may be missing. */
	async #sentAgain(member: string, phones: readonly Phone[]): Promise<string[]> {
		const before = canonicalJson(await this.#server.eventsOf(member));
		const problems: string[] = [];
		for (const { name, written } of phones) {
			const events = [...written.values()].map((json): Event => JSON.parse(json));
			const [first] = events;
			if (!first) continue;
			const answer = this.#server.push({ protocol: 1, device: first.device, events }, member);
			if (answer.results.some(({ verdict }) => verdict !== 'duplicate'))
				problems.push(`${name} sent again is not all known`);
			if (answer.deviceLastSeq !== events.length)
				problems.push(`${name} wrote ${events.length}, without a gap there are ${answer.deviceLastSeq}`);
		}
		if (canonicalJson(await this.#server.eventsOf(member)) !== before)
			problems.push(`the log of ${member} changed by being sent again`);
		return problems;
	}

	async #practise(phone: Phone): Promise<void> {
		const drafts = Array.from({ length: 1 + randomIndex(this.#random, 4) }, () => this.#draft());
		const result = await appendEvents(phone.store, drafts, phone.device.moment());
		if (!result.ok) throw new Error(`could not write: ${result.error.type}`);
		for (const event of result.value) phone.written.set(event.id, contentOf(event));
		this.#note('writes', phone.name, result.value.map(({ id }) => id).join());
	}

	#draft(): Draft {
		const question = `q${randomIndex(this.#random, 4)}`;
		const isRight = this.#random() < 0.6;
		const body = { course: 'c', question, mode: 'random', response: null, tookMs: 1_000, day: '2026-01-01' };
		return { kind: 'question-practised', body: { ...body, verdict: isRight ? 'right' : 'wrong' } };
	}

	async #startSync(phone: Phone): Promise<void> {
		const actor = new Actor();
		phone.tabs.push(actor);
		const { store, device } = phone;
		await actor.start((remote) => syncRound({ store, remote, now: () => device.sample().at }));
		this.#note('syncs', phone.name);
		this.#leave(phone, actor);
	}

	async #deliver(phone: Phone, actor: Actor, fault: Fault = this.#fault()): Promise<void> {
		const call = actor.pending;
		if (!call) return;
		this.#note(call.name, phone.name, fault);
		if (fault === 'lost-request' || fault === 'lost-answer' || fault === 'garbled') {
			if (fault !== 'lost-request') await this.#answer(phone, call);
			const isForgotten = this.#plant === 'forgets-on-outage' && call.name === 'push';
			const outage = new Outage(fault === 'garbled' ? 'portal' : 'deadline');
			await actor.resume((held) =>
				isForgotten
					? held.answer({ ok: true, value: acknowledgementOf(held, this.#server) })
					: held.fail(outage)
			);
		} else {
			const isHeard = fault === 'none' || fault === 'twice';
			const answer = isHeard ? await this.#answer(phone, call) : REFUSALS[fault];
			if (fault === 'twice') await this.#answer(phone, call);
			await actor.resume((held) => held.answer(answer));
		}
		this.#leave(phone, actor);
	}

	async #answer(phone: Phone, call: PendingCall): Promise<unknown> {
		const held = () => heldBy(phone.store);
		const broken = await planted(this.#plant, call, phone.member, this.#server, this.#random, held);
		return broken ?? this.#server.handle(call, phone.member);
	}

	#leave(phone: Phone, actor: Actor): void {
		if (!actor.isDone) return;
		phone.tabs = phone.tabs.filter((one) => one !== actor);
		if (actor.error !== undefined) throw actor.error;
	}

	/** The phone dies: what its tabs were doing is never heard of again. */
	async #crash(phone: Phone): Promise<void> {
		this.#note('crashes', phone.name);
		phone.tabs = [];
		phone.store.close();
		phone.store = await opened(phone.name, phone.member, phone.device);
	}

	#backUp(): Backup {
		this.#note('backs up', this.#server.epoch);
		return this.#server.backUp();
	}

	#restore(backup: Backup): void {
		this.#restores += 1;
		const isByHand = this.#plant === 'hides-its-restore' || this.#random() < 0.5;
		const epoch = isByHand ? this.#server.epoch : `epoch-${1 + this.#restores}`;
		this.#note('restores', epoch);
		this.#server.restore(backup, epoch);
	}

	#fault(): Fault {
		const dice = this.#random();
		if (dice < 0.55) return 'none';
		if (dice < 0.65) return 'lost-request';
		if (dice < 0.77) return 'lost-answer';
		if (dice < 0.87) return 'twice';
		if (dice < 0.91) return 'garbled';
		if (dice < 0.94) return 'tooLarge';
		return dice < 0.97 ? 'tooMany' : 'unavailable';
	}

	/** Seconds, sometimes a night; now and then somebody sets the clock. */
	#pass(phone: Phone): void {
		const passed = Math.floor(this.#random() * (this.#random() < 0.1 ? DAY_MS : 60_000));
		for (const { device } of this.#phones) device.pass(passed);
		this.#server.now = millis(this.#server.now + passed);
		if (this.#random() < 0.03) phone.device.clock.at += Math.floor((this.#random() - 0.5) * 4 * DAY_MS);
	}

	#pick<Item>(items: readonly Item[]): Item {
		const item = items[randomIndex(this.#random, items.length)];
		if (item === undefined) throw new Error('nothing to choose from');
		return item;
	}

	#note(...words: string[]): void {
		this.trace.push(words.join(' '));
	}
}

/** Two devices of one account are two databases, here by two names. */
async function opened(name: string, member: string, device: FakeDevice): Promise<Store> {
	return { ...(await openFake(device, name)), account: member };
}

/** What an event says, without what the server adds. */
function contentOf(event: Event): string {
	const { sequence: _, receivedAt: __, ...content } = event as Event & Record<string, unknown>;
	return canonicalJson(content);
}

function foldOf(events: readonly Event[]): string {
	const { recalls, memories, wrong } = learnerFrom(events);
	return canonicalJson({
		ids: events.map(({ id }) => id).sort(),
		recalls,
		memories: [...memories].sort(),
		wrong
	});
}

async function heldBy({ db }: Store): Promise<Held> {
	const events = await db.events.where('sequence').above(0).toArray();
	return {
		ids: events.map(({ id }) => id),
		sequence: Math.max(0, ...events.map(({ sequence }) => sequence ?? 0))
	};
}
