import type { DatabaseSync } from 'node:sqlite';
import type { Event } from '#lib/log/event.ts';

const MOST_REMEMBERED = 20_000;

/**
 * Up to where each device's events are all here. What comes in order only moves a number; what comes beyond
 * a gap is kept aside until the gap is filled. Used inside the writer's transactions.
 */
export function createDeviceTable(database: DatabaseSync) {
	const selectLast = database.prepare('select "lastSeq" from "device" where "member" = ? and "device" = ?');
	const putLast = database.prepare(`
		insert into "device" ("member", "device", "lastSeq") values (?, ?, ?)
		on conflict ("member", "device") do update set "lastSeq" = excluded."lastSeq"`);
	const putAhead = database.prepare(`
		insert into "deviceAhead" ("member", "device", "deviceSeq") values (?, ?, ?) on conflict do nothing`);
	const takeAhead = database.prepare(`
		delete from "deviceAhead" where "member" = ? and "device" = ? and "deviceSeq" = ?`);
	const hasAhead = database.prepare(`
		select 1 as "found" from "deviceAhead" where "member" = ? and "device" = ? limit 1`);

	interface Device {
		member: string;
		device: string;
		last: number;
		/** Whether something waits beyond a gap. */
		isAhead: boolean;
	}
	const remembered = new Map<string, Device>();
	const changed = new Set<Device>();

	function find(member: string, device: string): Device {
		const key = `${member} ${device}`;
		const held = remembered.get(key);
		if (held) return held;
		if (remembered.size >= MOST_REMEMBERED && changed.size === 0) remembered.clear();
		const found: Device = {
			member,
			device,
			last: Number(selectLast.get(member, device)?.lastSeq ?? 0),
			isAhead: hasAhead.get(member, device) !== undefined
		};
		remembered.set(key, found);
		return found;
	}

	return {
		/** A new event of this device was stored. */
		note({ member, device: name, deviceSeq }: Event): void {
			const device = find(member, name);
			if (deviceSeq > device.last + 1) {
				putAhead.run(member, name, deviceSeq);
				device.isAhead = true;
				return;
			}
			if (deviceSeq <= device.last) return;
			device.last = deviceSeq;
			changed.add(device);
			while (device.isAhead && takeAhead.run(member, name, device.last + 1).changes === 1) device.last += 1;
		},
		lastSeq: (member: string, device: string): number => find(member, device).last,
		/** Before the commit. */
		save(): void {
			for (const device of changed) putLast.run(device.member, device.device, device.last);
			changed.clear();
		},
		/** After a rollback: what was noted did not happen. */
		forget(): void {
			remembered.clear();
			changed.clear();
		}
	};
}
