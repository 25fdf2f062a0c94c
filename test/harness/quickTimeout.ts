/* eslint-disable @n8n/community-nodes/no-restricted-globals -- watches the simulator beside the client */
/** A Timeout that ends as soon as Feishu is seen to hang: the shortest that the node takes is a second. */
import type { RecordedCall } from '../../simulator';
import { feishu } from './feishu';

/** For tests with one request at a time. A request that hangs is ended once it has arrived and its work, if any, is done; to all others the real Timeout applies, however slow the machine is. */
export function useQuickTimeout(): void {
	let latest = new AbortController();
	let ended: RecordedCall | undefined;
	let watch: NodeJS.Timeout;

	beforeEach(() => {
		const timeout = AbortSignal.timeout.bind(AbortSignal);
		jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
			latest = new AbortController();
			return AbortSignal.any([timeout(ms), latest.signal]);
		});
		watch = setInterval(() => {
			const call = feishu().calls.at(-1);
			if (call?.fault !== 'hang' || call === ended) return;
			ended = call;
			latest.abort();
		}, 5);
	});
	afterEach(() => {
		clearInterval(watch);
		jest.restoreAllMocks();
	});
}
