/** People who have joined: leaders and the HR who looks after an offer. */
import type { IDataObject } from 'n8n-workflow';

import { readObject } from '../http/reply';
import { HUNDRED_A_MINUTE } from '../quota/window';
import { listEndpoint, PAGED, type List, type ListEntry } from './list';
import { readNames } from './names';

export const EMPLOYEES: List = {
	noun: 'employees',
	scope: 'corehr:employee:read',
	endpoint: listEndpoint({
		api: 'employeeSearch',
		method: 'POST',
		path: '/open-apis/corehr/v2/employees/search',
		quota: HUNDRED_A_MINUTE,
		readEntry,
	}),
	query: { ...PAGED, user_id_type: 'people_corehr_id' },
	// None of these fields has a scope of its own.
	body: {
		employment_status: 'hired',
		fields: [
			'employee_number',
			'email_address',
			'person_info.preferred_name',
			'person_info.preferred_english_full_name',
			'department.department_name',
		],
	},
	search: (text) => ({ key_word: text }),
	isRanked: true,
};

/** `employment_id_v2` is empty where Feishu could not convert the ID: `employment_id` is then of another kind. */
function readEntry(item: IDataObject): ListEntry | undefined {
	const { employment_id_v2: id, employee_number: number } = item;
	if (typeof id !== 'string') return undefined;
	const { preferred_name: name, preferred_english_full_name: english } = readObject(
		item.person_info,
	);
	return {
		id,
		names: readNames({ zh_cn: name, en_us: english }),
		...(typeof number === 'string' && number !== '' && { code: number }),
		notes: readNames(readObject(item.department).department_name).slice(0, 1),
	};
}
