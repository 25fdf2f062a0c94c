/** What restore returns for people who can be restored. */
import { FEISHU_TOOL_TYPE } from '../harness/nodes';
import {
	byId,
	feishu,
	idNumber,
	linksOf,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';

useSimulator({ people: withdrawnPeople(30) });

const ids = (count: number) => Array.from({ length: count }, (_, index) => idNumber(index));

it('returns the contract’s success item, linked to its input', async () => {
	const { success, error } = await restore([idNumber(0)]);
	const [call] = feishu().callsTo('restore');
	expect(error).toEqual([]);
	expect(success).toEqual([
		{
			json: {
				pre_hire_id: idNumber(0),
				success: true,
				outcome: 'restored',
				confirm_workforce: false,
				log_id: expect.stringMatching(/^\w{20,}$/),
			},
			pairedItem: { item: 0 },
		},
	]);
	expect(call?.body).toEqual({ pre_hire_id: idNumber(0), confirm_workforce: false });
	expect(call?.headers['content-type']).toBe('application/json; charset=utf-8');
	expect(feishu().person(idNumber(0)).onboardingStatus).toBe('preboarding');
});

it('keeps the order of the input however the answers come in', async () => {
	feishu().faultPlan(({ api, nth }) =>
		api === 'restore' ? { kind: 'latency', ms: (31 - nth) * 5 } : undefined,
	);
	const { success } = await restore(ids(30), { options: { maxConcurrency: 10 } });
	expect(success.map(({ json }) => json.pre_hire_id)).toEqual(ids(30));
	expect(linksOf(success)).toEqual(ids(30).map((_, index) => index));
	expect(feishu().maxInFlight).toBe(10);
});

it('works on five items at a time unless told otherwise', async () => {
	feishu().faultNext('restore', { kind: 'latency', ms: 30 }, Infinity);
	await restore(ids(20));
	expect(feishu().maxInFlight).toBe(5);
});

it('works on one item at a time when Max Concurrency is 1', async () => {
	feishu().faultNext('restore', { kind: 'latency', ms: 5 }, Infinity);
	await restore(ids(10), { options: { maxConcurrency: 1 } });
	expect(feishu().maxInFlight).toBe(1);
});

it('adds the input’s own fields on request, without an error that came with them', async () => {
	const items = [{ id: idNumber(0), name: 'Li', success: 'mine', error: { old: true } }];
	const { success, error } = await restore(items, { options: { includeInputFields: true } });
	expect(error).toEqual([]);
	expect(success[0]?.json).toMatchObject({ id: idNumber(0), name: 'Li', success: true });
	expect(success[0]?.json).not.toHaveProperty('error');
});

it('leaves the input’s own fields out by default', async () => {
	const { success } = await restore([{ id: idNumber(0), name: 'Li' }]);
	expect(success[0]?.json).not.toHaveProperty('name');
});

it('reads Include Input Fields for each item', async () => {
	const items = [
		{ id: idNumber(0), keep: true },
		{ id: idNumber(1), keep: false },
	];
	const { success } = await restore(items, {
		options: { includeInputFields: '={{ $json.keep }}' },
	});
	expect(success.map(({ json }) => 'keep' in json)).toEqual([true, false]);
});

it('sends confirm_workforce: true where it is switched on, for that item only', async () => {
	const items = [
		{ id: idNumber(0), force: true },
		{ id: idNumber(1), force: 'false' },
		{ id: idNumber(2), force: 'true' },
	];
	const { success } = await restore(items, { with: { confirmWorkforce: '={{ $json.force }}' } });
	expect(success.map(({ json }) => json.confirm_workforce)).toEqual([true, false, true]);
	expect(
		feishu()
			.people()
			.slice(0, 3)
			.map((person) => person.forcedHeadcount),
	).toEqual([true, false, true]);
});

it('gives an exact duplicate the first one’s outcome and makes no call for it', async () => {
	const { success } = await restore([idNumber(0), idNumber(1), ` ${idNumber(0)} `, idNumber(0)]);
	expect(success.map(({ json }) => json.outcome)).toEqual(Array(4).fill('restored'));
	expect(linksOf(success)).toEqual([0, 1, 2, 3]);
	expect(success[2]?.json).toEqual(success[0]?.json);
	expect(feishu().callsTo('restore')).toHaveLength(2);
});

it('gives an exact duplicate of a refused person the same refusal', async () => {
	feishu().addPeople([{ preHireId: '1234', preferredName: 'Full', refuse: 1161063 }]);
	const { error } = await restore(['1234', '1234']);
	expect(error).toHaveLength(2);
	expect(error[1]?.json.error).toEqual(error[0]?.json.error);
	expect(feishu().callsTo('restore')).toHaveLength(1);
});

it('asks one after the other when Confirm Workforce differs for the same person', async () => {
	feishu().addPeople([{ preHireId: '1234', preferredName: 'Full', refuse: 1161063 }]);
	feishu().faultNext('restore', { kind: 'latency', ms: 20 }, Infinity);
	const items = [
		{ id: '1234', force: false },
		{ id: '1234', force: true },
	];
	const { success, error } = await restore(items, {
		with: { confirmWorkforce: '={{ $json.force }}' },
	});
	expect(error.map(({ json }) => json.error)).toMatchObject([{ category: 'headcount' }]);
	expect(success.map(({ json }) => json.outcome)).toEqual(['restored']);
	expect(feishu().maxInFlight).toBe(1);
	expect(feishu().person('1234').restoredTimes).toBe(1);
});

it('makes no call and returns nothing for no items', async () => {
	const { success, error, thrown } = await restore([]);
	expect([success, error, thrown]).toEqual([[], [], undefined]);
	expect(feishu().calls).toEqual([]);
});

it('sums the run up in a hint over the output', async () => {
	feishu().addPeople([
		{ preHireId: '1', preferredName: 'Full', refuse: 1161063 },
		{ preHireId: '2', preferredName: 'Full', refuse: 1161063 },
		{ preHireId: '3', preferredName: 'Mail', refuse: 1161035 },
	]);
	const { hints } = await restore([...ids(4), '1', '2', '3']);
	expect(hints).toEqual([
		{ message: '4 restored, 3 not: 2 headcount, 1 work_email', location: 'outputPane' },
	]);
});

it('writes one line for the run and one for each request to the log', async () => {
	const { logs } = await restore(ids(3));
	const own = logs.filter(({ message }) => message.startsWith('Feishu CoreHR'));
	expect(own.filter(({ level }) => level === 'info')).toEqual([
		{
			level: 'info',
			message: 'Feishu CoreHR: 3 restored',
			meta: { durationMs: expect.any(Number) },
		},
	]);
	const requests = own.filter(({ level }) => level === 'debug').map(({ meta }) => meta);
	const log_id = expect.any(String);
	expect(requests[0]).toEqual({ api: 'token', code: 0, log_id });
	expect(requests.slice(1)).toEqual(
		expect.arrayContaining(
			ids(3).map((id) => ({ api: 'restore', pre_hire_id: id, code: 0, log_id })),
		),
	);
	expect(requests).toHaveLength(feishu().calls.length);
});

it('restores when an agent calls it as a tool', async () => {
	const { success } = await restore([idNumber(0)], { type: FEISHU_TOOL_TYPE });
	expect(success[0]?.json).toMatchObject({ outcome: 'restored' });
});

it('returns a failure as an item, never as a throw, when an agent calls it as a tool', async () => {
	const { success, error, thrown } = await restore(['404'], {
		type: FEISHU_TOOL_TYPE,
		onError: 'stopWorkflow',
	});
	expect(thrown).toBeUndefined();
	expect(error).toEqual([]);
	expect(success[0]?.json).toMatchObject({
		error: { category: 'not_found', hint: expect.stringContaining('Check the ID') },
	});
});

it('takes a bare ID where the locator is not used', async () => {
	const { success } = await restore(['x'], { with: { preHireId: idNumber(0) } });
	expect(success[0]?.json.outcome).toBe('restored');
});

it('takes a fixed ID for every item', async () => {
	await restore(['a', 'b'], { with: { preHireId: byId(idNumber(3)) } });
	expect(
		feishu()
			.callsTo('restore')
			.map((call) => call.preHireId),
	).toEqual([idNumber(3)]);
});
