/** The Timeout option bounds a whole request, from the connection to the last byte of the answer. */
import {
	failureOf,
	feishu,
	getMany,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';
import type { Api, Fault } from '../../simulator';

useSimulator({ people: withdrawnPeople(1) });
useTimings(QUICK);

const trickle: Fault = { kind: 'trickle', everyMs: 100 };
const options = { timeout: 1_000, maxRetries: 0 };

it.each(['restore', 'search', 'tenantToken'] satisfies Api[])(
	'ends an answer of %s that trickles in a byte at a time',
	async (api) => {
		feishu().faultNext(api, trickle, Infinity);
		const { success, error } =
			api === 'search' ? await getMany({}, { options }) : await restore([idNumber(0)], { options });
		expect(feishu().callsTo(api)).toHaveLength(1);
		// What trickles in says that the work is done, and search confirms it.
		if (api === 'restore') expect(success[0]?.json.confirmed_by).toBe('search');
		else expect(failureOf(error[0])).toMatchObject({ code: 'TIMEOUT' });
	},
);
