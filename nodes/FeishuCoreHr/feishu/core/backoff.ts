/** How long to wait before trying again. */
import { timing } from './timing';

/** Full jitter: random between 0 and a ceiling that doubles with each retry. `retry` counts from 1. Returns milliseconds. */
export function backoffMs(retry: number): number {
	const ceiling = Math.min(timing.backoffCeilingMs, timing.backoffBaseMs * 2 ** retry);
	return Math.random() * ceiling;
}
