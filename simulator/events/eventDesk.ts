// Pushes events to the addresses of apps: checked first, repeated where they are not taken.
import { randomBytes } from 'node:crypto';
import type { App } from '../gateway/apps';
import { Waits } from '../server/waits';
import { inEnvelope, newEventId, type EventSeed } from './envelopes';
import { placeholderKeys, type EventKeys } from './keys';
import { SAMPLE_EVENTS } from './samples';
import { seal, type Sealing } from './sealing';
import { post, type Answer } from './sending';

/** Milliseconds after a failed push until the next; after the last the event is lost. */
const REPEAT_AFTER_MS = [15_000, 300_000, 3_600_000, 21_600_000];
const CHALLENGE_WITHIN_MS = 1_000;
const EVENT_WITHIN_MS = 3_000;

/** One push of one event. */
export interface Delivery extends Answer {
	eventId: string;
	type: string;
	appId: string;
	/** 1 for the first push of an event. */
	attempt: number;
	/** Epoch milliseconds. */
	at: number;
}

/** What became of an event. */
export interface PushedEvent {
	eventId: string;
	/** Ends when the event was taken, or lost. */
	settled: Promise<void>;
}

export type Push = Omit<EventSeed, 'event' | 'appId'> & {
	/** Default: the event of `SAMPLE_EVENTS`. */
	event?: unknown;
	/** Default: the first custom app. */
	appId?: string;
	/** How often it is sent at the same time; default 1. */
	copies?: number;
	/** Sent once more although it was taken, after Feishu's first interval; default false. */
	repeatTaken?: boolean;
	sealing?: Sealing;
};

/** The events of one simulator. Addresses and keys outlive a reset, as they do in the developer console. */
export class EventDesk {
	/** Every push so far, in the order they were answered. */
	readonly deliveries: Delivery[] = [];
	private readonly addresses = new Map<string, string>();
	private readonly keys = new Map<string, EventKeys>();
	private readonly waits = new Waits();
	private ending = new AbortController();
	private held: Array<() => void> | undefined;
	private readonly underWay = new Set<Promise<void>>();

	/** @param timeScale by which Feishu's intervals are multiplied: 1 = 15 s, 5 min, 1 h, 6 h */
	constructor(
		private readonly apps: () => App[],
		private readonly timeScale: number,
	) {}

	keysOf(appId: string): EventKeys {
		return this.keys.get(appId) ?? placeholderKeys(appId);
	}

	setKeys(appId: string, keys: Partial<EventKeys>): void {
		this.keys.set(appId, { ...this.keysOf(appId), ...keys });
	}

	/** Where the app's events go. */
	addressOf(appId: string): string | undefined {
		return this.addresses.get(appId);
	}

	/** Saves the address if it answers the check; returns why not, or undefined. */
	async register(appId: string, url: string): Promise<string | undefined> {
		const keys = this.keysOf(appId);
		const challenge = randomBytes(16).toString('hex');
		const content = { challenge, token: keys.verificationToken, type: 'url_verification' };
		const sealed = seal(content, keys, { unsigned: true });
		const answer = await post(url, sealed, CHALLENGE_WITHIN_MS, this.ending.signal);
		if (answer.failure !== undefined) return answer.failure;
		if (answer.status !== 200 || echoIn(answer.body) !== challenge) {
			return `The challenge was not returned: ${answer.status} ${answer.body}`;
		}
		this.addresses.set(appId, url);
		return undefined;
	}

	/** Sends an event to the app's address, and again until it is taken or lost. Without an address nothing is sent. */
	push(push: Push): PushedEvent {
		const { copies = 1 } = push;
		const app = this.apps().find(({ appId }) => appId === (push.appId ?? appId));
		const tenant = push.type === 'app_ticket' ? undefined : (push.tenant ?? app?.tenants[0]);
		const seed = {
			createdAt: Date.now(),
			eventId: newEventId(),
			...push,
			appId: app?.appId ?? '',
			event: push.event ?? SAMPLE_EVENTS[push.type] ?? {},
			...(tenant !== undefined && { tenant }),
		};
		const settled = this.whenReleased().then(async () => {
			const url = this.addresses.get(seed.appId);
			if (url === undefined) return;
			await Promise.all(
				Array.from({ length: copies }, async () => await this.deliver(url, seed, push)),
			);
		});
		this.underWay.add(settled);
		void settled.finally(() => this.underWay.delete(settled));
		return { eventId: seed.eventId, settled };
	}

	/** Waits until every event so far was taken, or lost. */
	async idle(): Promise<void> {
		await Promise.all(this.underWay);
	}

	/** Keeps events back until `release`. */
	hold(): void {
		this.held ??= [];
	}

	/** Sends what was kept back, the newest first: Feishu promises no order. */
	release(): void {
		const held = this.held ?? [];
		this.held = undefined;
		for (const go of held.reverse()) go();
	}

	/** Ends every push and forgets what was sent. */
	reset(): void {
		this.ending.abort();
		this.ending = new AbortController();
		this.waits.cancelAll();
		this.held = undefined;
		this.deliveries.length = 0;
	}

	private async whenReleased(): Promise<void> {
		if (this.held === undefined) return;
		await new Promise<void>((resolve) => this.held?.push(resolve));
	}

	private async deliver(
		url: string,
		seed: EventSeed & { eventId: string; createdAt: number },
		{ repeatTaken = false, sealing }: Push,
	): Promise<void> {
		const { signal } = this.ending;
		const keys = this.keysOf(seed.appId);
		const body = inEnvelope(seed, keys.verificationToken);
		for (let attempt = 1; !signal.aborted; attempt += 1) {
			const at = Date.now();
			const answer = await post(url, seal(body, keys, sealing), EVENT_WITHIN_MS, signal);
			if (signal.aborted) return;
			const { eventId, type, appId } = seed;
			this.deliveries.push({ eventId, type, appId, attempt, at, ...answer });
			const isOver = answer.status === 200 && !(repeatTaken && attempt === 1);
			const pause = REPEAT_AFTER_MS[attempt - 1];
			if (isOver || pause === undefined) return;
			await this.waits.elapse(pause * this.timeScale);
		}
	}
}

function echoIn(body: string | undefined): unknown {
	try {
		return (JSON.parse(body ?? '') as { challenge?: unknown }).challenge;
	} catch {
		return undefined;
	}
}
