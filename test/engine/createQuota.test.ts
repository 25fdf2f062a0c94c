/** Create at full speed keeps to both of Feishu's windows, 1000 a minute and 50 a second, and to no lower one of its own. */
import { candidate, create, feishu, linksOf, useSimulator } from '../harness/feishu';

useSimulator({ people: [] });

it('creates 120 people within a minute, never more than 50 in a second, and Feishu refuses hardly a call', async () => {
	const people = Array.from({ length: 120 }, (_, index) => candidate(index));
	const { success, durationMs } = await create(people, { options: { maxConcurrency: 50 } });
	expect(linksOf(success)).toHaveLength(120);
	// A refused call is sent again. On a busy machine a few of a burst come a moment early.
	expect(feishu().callsTo('create').length).toBeLessThan(130);
	expect(feishu().people()).toHaveLength(120);
	// The third fifty cannot leave before two windows of a second have passed.
	expect(durationMs).toBeGreaterThan(2_000);
}, 50_000);
