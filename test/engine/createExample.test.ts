/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads an example file, never runs inside n8n */
/** The Create node of examples/ats-hired.json, with what Greenhouse posts about somebody who was hired. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { byId, create, failureOf, feishu, useSimulator } from '../harness/feishu';
import { departmentId, inventedId } from '../../simulator';

useSimulator({ people: [] });

interface Example {
	nodes: Array<{ name: string; parameters: INodeParameters }>;
}

const file = join(__dirname, '../../examples/ats-hired.json');
const example = JSON.parse(readFileSync(file, 'utf8')) as Example;
const parameters = example.nodes.find(({ name }) => name === 'Create')?.parameters ?? {};

/** Greenhouse's webhook "Candidate has been hired", details invented. */
const hired = (id: number) => ({
	body: {
		action: 'hire_candidate',
		payload: {
			application: {
				id,
				status: 'hired',
				candidate: {
					id: 265_788,
					first_name: 'Jing',
					last_name: 'Chen',
					phone_numbers: [{ value: '+86 139 0000 0000', type: 'mobile' }],
					email_addresses: [{ value: 'chen.jing@example.com', type: 'personal' }],
				},
				jobs: [{ id: 3_485_709, departments: [{ id: 7_922, external_id: departmentId('sales') }] }],
				offer: { id: 1_207_600, starts_at: '2026-12-01' },
			},
		},
	},
});

/** With the job that the notes ask a builder to choose. */
const chosen = {
	...parameters,
	additionalFields: {
		...(parameters.additionalFields as INodeParameters),
		jobId: byId(inventedId('job', 3)),
	},
};

it('creates the hired candidate, once, and calls the same person under another application a duplicate', async () => {
	const first = await create([hired(46_497_398)], { with: chosen });
	const second = await create([hired(46_497_398)], { with: chosen });
	expect(first.success[0]?.json).toMatchObject({ external_id: 'greenhouse-46497398' });
	expect(second.success[0]?.json.pre_hire_id).toBe(first.success[0]?.json.pre_hire_id);
	expect(feishu().people()).toMatchObject([
		{ preferredName: 'Jing Chen', onboardingDate: '2026-12-01' },
	]);
	const other = await create([hired(46_497_399)], { with: chosen });
	expect(failureOf(other.error[0])).toMatchObject({ category: 'duplicate' });
});
