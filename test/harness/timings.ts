/** Shortens the client's waits for one test file and puts them back afterwards. */
import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';

/** Durations in milliseconds, by their names in the client's `timing`. */
export function useTimings(shorter: Partial<typeof timing>): void {
	const normal = { ...timing };
	beforeEach(() => {
		Object.assign(timing, shorter);
	});
	afterAll(() => {
		Object.assign(timing, normal);
	});
}

/** Waits short enough for tests in which retrying is not the point. */
export const QUICK: Partial<typeof timing> = {
	backoffBaseMs: 1,
	searchLagMs: 20,
	quotaPauseMs: 10,
	quotaWindowMs: 100,
	exchangeRestMs: 20,
	outageRestMs: 10,
};
