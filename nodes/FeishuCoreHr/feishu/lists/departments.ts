/** Departments, and which of job and position each wants. */
import type { IDataObject } from 'n8n-workflow';

import { readObject } from '../http/reply';
import { HUNDRED_A_MINUTE } from '../quota/window';
import { listEndpoint, PAGED, type List, type ListEntry } from './list';
import { readNames } from './names';

/** Without it Feishu gives open_department_id, which Create does not take. */
export const COREHR_IDS = { department_id_type: 'people_corehr_department_id' };

/** `staffing_model`: what the people of a department are hired into. */
export type StaffingModel = 'job' | 'position' | 'non_job';

const WANTS: Readonly<Record<StaffingModel, string>> = {
	job: 'needs a job',
	position: 'needs a position',
	non_job: 'without a job',
};

export function readStaffingModel({
	staffing_model: model,
}: IDataObject): StaffingModel | undefined {
	const name = readObject(model).enum_name;
	return name === 'job' || name === 'position' || name === 'non_job' ? name : undefined;
}

export const DEPARTMENTS: List = {
	noun: 'departments',
	scope: 'corehr:department:read',
	endpoint: listEndpoint({
		api: 'departmentSearch',
		method: 'POST',
		path: '/open-apis/corehr/v2/departments/search',
		quota: HUNDRED_A_MINUTE,
		readEntry,
	}),
	query: { ...PAGED, ...COREHR_IDS },
	// None of these fields has a scope of its own.
	body: { active: true, fields: ['department_name', 'code', 'active', 'staffing_model'] },
	search: (keyword) => ({ keyword }),
};

function readEntry(item: IDataObject): ListEntry | undefined {
	if (typeof item.id !== 'string' || item.active === false) return undefined;
	const model = readStaffingModel(item);
	return {
		id: item.id,
		names: readNames(item.department_name),
		...(typeof item.code === 'string' && { code: item.code }),
		...(model !== undefined && { notes: [WANTS[model]] }),
	};
}
