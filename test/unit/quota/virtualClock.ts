/* eslint-disable @n8n/community-nodes/no-restricted-globals -- lets pending promises run before time moves on */
/** A clock whose time moves from one wait to the next: minutes pass in milliseconds. */
import type { Clock } from '../../../nodes/FeishuCoreHr/feishu/core/clock';

interface Timer {
	at: number;
	order: number;
	ring: () => void;
}

export class VirtualClock implements Clock {
	private time = 0;

	private order = 0;

	/** A binary heap: the earliest comes first. */
	private readonly timers: Timer[] = [];

	now(): number {
		return this.time;
	}

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((ring) => {
			this.push({ at: this.time + Math.max(ms, 0), order: this.order++, ring });
		});
	}

	/** Lets time pass until the promise is settled. */
	async runUntil<T>(promise: Promise<T>): Promise<T> {
		let isSettled = false;
		const settle = () => {
			isSettled = true;
		};
		promise.then(settle, settle);
		await pendingPromises();
		while (!isSettled) {
			const next = this.pop();
			if (next === undefined) throw new Error('Everybody waits and no timer is set');
			this.time = next.at;
			next.ring();
			await pendingPromises();
		}
		return await promise;
	}

	private push(timer: Timer): void {
		const { timers } = this;
		let position = timers.push(timer) - 1;
		while (position > 0) {
			const parent = (position - 1) >> 1;
			if (!isEarlier(timer, timers[parent]!)) break;
			timers[position] = timers[parent]!;
			position = parent;
		}
		timers[position] = timer;
	}

	private pop(): Timer | undefined {
		const { timers } = this;
		const first = timers[0];
		const last = timers.pop();
		if (first === undefined || last === undefined || timers.length === 0) return first;
		let position = 0;
		for (;;) {
			let child = 2 * position + 1;
			if (child >= timers.length) break;
			if (child + 1 < timers.length && isEarlier(timers[child + 1]!, timers[child]!)) child += 1;
			if (!isEarlier(timers[child]!, last)) break;
			timers[position] = timers[child]!;
			position = child;
		}
		timers[position] = last;
		return first;
	}
}

function isEarlier(one: Timer, other: Timer): boolean {
	return one.at < other.at || (one.at === other.at && one.order < other.order);
}

async function pendingPromises(): Promise<void> {
	await new Promise<void>((resolve) => setImmediate(resolve));
}
