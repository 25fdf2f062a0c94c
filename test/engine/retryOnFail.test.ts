/** n8n's own Retry On Fail runs the whole node again: finished people are not sent again, others are asked again. */
import type { INode } from 'n8n-workflow';

import {
	feishu,
	idNumber,
	linksOf,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';

useSimulator({ people: withdrawnPeople(12) });

const ids = Array.from({ length: 12 }, (_, index) => idNumber(index));

const settings: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

const callsAbout = (id: string) =>
	feishu()
		.callsTo('restore')
		.filter(({ preHireId }) => preHireId === id);

it('asks only the failed person again after a throw', async () => {
	feishu().faultFor(idNumber(5), { kind: 'refuse', code: 1161063 }, 1);
	const { success, thrown } = await restore(ids, { onError: 'stopWorkflow', settings });
	expect(thrown).toBeUndefined();
	expect(success.map(({ json }) => json.outcome)).toEqual(Array(12).fill('restored'));
	expect(linksOf(success)).toEqual(ids.map((_, index) => index));
	expect(callsAbout(idNumber(5))).toHaveLength(2);
	expect(feishu().callsTo('restore')).toHaveLength(13);
});

it('asks only failed people again after a failed first item', async () => {
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161063 }, 1);
	feishu().faultFor(idNumber(7), { kind: 'refuse', code: 1161063 }, Infinity);
	const { success, error } = await restore(ids, { settings });
	expect(success).toHaveLength(11);
	expect(error).toHaveLength(1);
	expect(callsAbout(idNumber(0))).toHaveLength(2);
	expect(callsAbout(idNumber(7))).toHaveLength(2);
	expect(feishu().callsTo('restore')).toHaveLength(14);
	expect(
		feishu()
			.people()
			.every(({ restoredTimes }) => restoredTimes <= 1),
	).toBe(true);
});

it('gives up after the last try, and everybody else was restored once', async () => {
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161063 }, Infinity);
	const { success, error } = await restore(ids, { settings });
	expect([success.length, error.length]).toEqual([11, 1]);
	expect(callsAbout(idNumber(0))).toHaveLength(3);
	expect(feishu().callsTo('restore')).toHaveLength(14);
});

it('keeps the rounds of a loop apart', async () => {
	feishu().addPeople([{ preHireId: '1', preferredName: 'Full', refuse: 1161063 }]);
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161063 }, 1);
	feishu().faultFor(idNumber(4), { kind: 'refuse', code: 1161063 }, 1);
	const { run } = await restore(ids, { settings, batchSize: 4 });
	const rounds = run.data.resultData.runData['Feishu CoreHR'] ?? [];
	expect(rounds).toHaveLength(3);
	expect(
		rounds.flatMap((round) => round.data?.main?.[0] ?? []).map(({ json }) => json.pre_hire_id),
	).toEqual(ids);
	expect(feishu().callsTo('restore')).toHaveLength(14);
	expect(
		feishu()
			.people()
			.slice(0, 12)
			.map(({ restoredTimes }) => restoredTimes),
	).toEqual(Array(12).fill(1));
});

it('keeps the rounds of a loop apart after a throw as well', async () => {
	feishu().faultFor(idNumber(1), { kind: 'refuse', code: 1161063 }, 1);
	feishu().faultFor(idNumber(6), { kind: 'refuse', code: 1161063 }, 1);
	const { run, thrown } = await restore(ids, {
		onError: 'stopWorkflow',
		settings,
		batchSize: 4,
		options: { maxConcurrency: 1 },
	});
	const rounds = run.data.resultData.runData['Feishu CoreHR'] ?? [];
	expect(thrown).toBeUndefined();
	expect(
		rounds.flatMap((round) => round.data?.main?.[0] ?? []).map(({ json }) => json.pre_hire_id),
	).toEqual(ids);
	expect(ids.map((id) => callsAbout(id).length)).toEqual(
		ids.map((id) => (id === idNumber(1) || id === idNumber(6) ? 2 : 1)),
	);
});

it('asks people of unknown outcome again', async () => {
	feishu().setScopes('cli_simulated_custom', ['corehr:pre_hire:restore_flow_instance']);
	feishu().faultFor(idNumber(0), { kind: 'cut', applied: false }, 1);
	feishu().faultFor(idNumber(1), { kind: 'cut', applied: true }, 1);
	const { success, error } = await restore(ids.slice(0, 3), {
		settings,
		options: { maxRetries: 0 },
	});
	expect(success.map(({ json }) => json.pre_hire_id)).toEqual([idNumber(0), idNumber(2)]);
	expect(error[0]?.json.error).toMatchObject({ category: 'wrong_stage', code: 1161129 });
	expect([0, 1, 2].map((index) => callsAbout(idNumber(index)).length)).toEqual([2, 2, 1]);
});

it('saves neither token nor owner with the execution', async () => {
	feishu().faultFor(idNumber(0), { kind: 'refuse', code: 1161063 }, 1);
	const { run } = await restore(ids, { settings });
	const saved = JSON.stringify(run.data.executionData?.contextData);
	expect(saved).toContain(idNumber(3));
	expect(saved).not.toMatch(/[0-9a-f]{64}/);
	for (const token of feishu().issuedTokens) expect(saved).not.toContain(token);
});

it('remembers nothing where the setting is off', async () => {
	const { run } = await restore(ids);
	expect(JSON.stringify(run.data.executionData?.contextData ?? {})).not.toContain(idNumber(3));
});

it('sends no duplicate of a person whom an earlier try has finished', async () => {
	feishu().faultFor(idNumber(1), { kind: 'refuse', code: 1161063 }, 1);
	const { success, thrown } = await restore([idNumber(0), idNumber(1), idNumber(0)], {
		onError: 'stopWorkflow',
		options: { maxConcurrency: 1 },
		settings,
	});
	expect(thrown).toBeUndefined();
	expect(success.map(({ json }) => json.outcome)).toEqual(Array(3).fill('restored'));
	expect(callsAbout(idNumber(0))).toHaveLength(1);
});
