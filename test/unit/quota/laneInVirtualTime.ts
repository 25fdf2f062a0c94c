/** The lane of the package on a clock of its own. */
import { Lane, type Place } from '../../../nodes/FeishuCoreHr/feishu/quota/lane';
import {
	HUNDRED_A_MINUTE,
	type QuotaWindow,
} from '../../../nodes/FeishuCoreHr/feishu/quota/window';
import { seeded } from './sharedLimit';
import { VirtualClock } from './virtualClock';

export const MINUTE = 60_000;

/** What a reply's place lives on, as the lane counts. */
export const LIFE = MINUTE + 200;

interface Call {
	at: number;
	place: Place;
}

/** A lane on a clock of its own; `call` resolves with the time at which a place was had. */
export function laneInVirtualTime() {
	const clock = new VirtualClock();
	const lane = new Lane(clock, seeded(1));
	const call = async (
		windows: readonly QuotaWindow[] = HUNDRED_A_MINUTE,
		notBegun = 0,
	): Promise<Call> => {
		const admission = await lane.acquire({ windows, isAbandoned: () => false, notBegun });
		if (admission.kind !== 'place') throw new Error(admission.kind);
		return { at: clock.now(), place: admission.place };
	};
	/** Sends a call and ends it in the way given; tells when it was sent. */
	const callAnd = async (
		end: (place: Place) => void,
		windows?: readonly QuotaWindow[],
		latencyMs = 0,
	): Promise<number> => {
		const { at, place } = await call(windows);
		await clock.sleep(latencyMs);
		end(place);
		return at;
	};
	const times = async (count: number, end: (place: Place) => void = answered, latencyMs = 0) =>
		await clock.runUntil(
			Promise.all(
				Array.from({ length: count }, async () => await callAnd(end, undefined, latencyMs)),
			),
		);
	return { clock, lane, call, callAnd, times };
}

export const answered = (place: Place) => place.answered();
