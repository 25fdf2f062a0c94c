/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads and runs the example's code, never runs inside n8n */
/** examples/first-day.json: its parameters and its code, step by step. That n8n imports it is an end-to-end test's. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { feishu, getMany, preHire, useSimulator } from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';

interface Example {
	nodes: Array<{ name: string; parameters: INodeParameters }>;
}

const { nodes } = JSON.parse(readFileSync('examples/first-day.json', 'utf8')) as Example;

const parametersOf = (name: string) =>
	nodes.find((node) => node.name === name)?.parameters as INodeParameters & { jsCode: string };

function runCode(name: string, items: INodeExecutionData[], others: INodeExecutionData[] = []) {
	const $input = { all: () => items };
	const source = `(() => {${parametersOf(name).jsCode}})()`;
	return runInNewContext(source, {
		$input,
		$: () => ({ all: () => others }),
	}) as INodeExecutionData[];
}

const today = new Date().toISOString().slice(0, 10);

const starts = (preHireId: string, more: object) => ({
	preHireId,
	preferredName: preHireId,
	onboardingStatus: 'day_one' as const,
	onboardingDate: today,
	...more,
});

const task = (status: 'completed' | 'in_progress') => [{ code: '2', name: 'Personal', status }];

useSimulator({
	people: [
		starts('1', { tasks: task('completed') }),
		starts('2', { tasks: task('in_progress') }),
		starts('3', { fields: { 'employment_info.rehire': 'to_be_confirmed' } }),
		starts('4', { onboardingDate: '2099-01-01' }),
	],
});
useTimings(QUICK);

it('completes who starts today with all tasks done, and lists the others by reason', async () => {
	const { onboardingStatus } = parametersOf('Starting today').filters as IDataObject;
	const filters = { onboardingStatus, startDateFrom: today, startDateTo: today } as INodeParameters;
	const found = await getMany({ ...parametersOf('Starting today'), filters });
	const ready = runCode('Tasks done', found.success);
	const run = await preHire(
		'completeOnboarding',
		ready.map(({ json }) => json),
		{ with: parametersOf('Complete'), onError: 'continueRegularOutput' },
	);
	const [summary] = runCode('Summary', run.success, found.success);
	expect(summary?.json).toMatchObject({ completed: 1, not_completed: 2 });
	expect(String(summary?.json.text).split('\n')).toEqual([
		'1 completed, 2 not',
		'tasks open: 2',
		expect.stringMatching(/^not_ready: 3: .*rehire/),
	]);
	expect(['1', '2', '3', '4'].map((id) => feishu().person(id).completedTimes)).toEqual([
		1, 0, 0, 0,
	]);
});
