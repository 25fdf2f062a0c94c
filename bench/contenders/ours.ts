// This package: the built files, in n8n's engine, with the node's defaults unless the task says otherwise.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { loadBuild } from '../../test/harness/dist';
import type { Said, Task } from '../processes/contender';
import { runInN8n } from './n8n';

const built = loadBuild();

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const FIELDS: Readonly<Record<'restore' | 'create', INodeParameters>> = {
	restore: { preHireId: byId('={{ $json.id }}'), confirmWorkforce: false },
	create: {
		fullName: '={{ $json.name }}',
		phoneNumber: '={{ $json.phone }}',
		phoneAreaCode: '86_china',
		employmentType: 'employee',
		onboardingDate: '={{ $json.onboarding_date }}',
		departmentId: byId('={{ $json.department_id }}'),
		companyId: byId('={{ $json.company }}'),
		employeeTypeId: byId('={{ $json.employee_type_id }}'),
		onboardingLocationId: byId('={{ $json.onboarding_location_id }}'),
		externalId: '={{ $json.external_id }}',
		additionalFields: { jobId: byId('={{ $json.job_id }}') },
		customFields: { mappingMode: 'defineBelow', value: null },
		moreFields: '{}',
	},
};

export async function ours(task: Task): Promise<Said[]> {
	const { operation, options } = task;
	const parameters = { resource: 'preHire', operation, ...FIELDS[operation], options };
	return await runInN8n(built, task, parameters as INodeParameters, ({ json }) => {
		if (json.success === true) return { done: String(json.pre_hire_id) };
		const { code } = json.error as IDataObject;
		return typeof code === 'number' ? { code } : {};
	});
}
