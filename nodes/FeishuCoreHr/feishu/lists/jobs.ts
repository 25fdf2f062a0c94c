/** Jobs and positions. */
import type { IDataObject } from 'n8n-workflow';

import { THOUSAND_A_MINUTE, type QuotaWindow } from '../quota/window';
import { COREHR_IDS } from './departments';
import { listEndpoint, PAGED, type List, type ListEntry } from './list';
import { readNames } from './names';

const FIVE_A_SECOND: readonly QuotaWindow[] = [{ calls: 5, perMs: 1_000 }];

export const JOBS: List = {
	noun: 'jobs',
	scope: 'corehr:job.only:read',
	endpoint: listEndpoint({
		api: 'jobs',
		method: 'GET',
		path: '/open-apis/corehr/v2/jobs',
		quota: THOUSAND_A_MINUTE,
		readEntry: (item) => entryOf(item.id, item.name, item),
	}),
	query: PAGED,
};

/** Of one department, or of all where none is named. Feishu lists those only that are in the app's data range 岗位资源. */
export function positionsOf(departmentId: string | undefined): List {
	return {
		noun: 'positions',
		scope: 'corehr:position:read',
		endpoint: listEndpoint({
			api: 'positions',
			method: 'POST',
			path: '/open-apis/corehr/v2/positions/query',
			quota: FIVE_A_SECOND,
			readEntry: (item) => entryOf(item.position_id, item.names, item),
		}),
		query: { ...PAGED, ...COREHR_IDS },
		body: {
			active: true,
			fields: ['name', 'code', 'active', 'department', 'job'],
			...(departmentId !== undefined && { department_ids: [departmentId] }),
		},
	};
}

function entryOf(
	id: unknown,
	names: unknown,
	{ code, active }: IDataObject,
): ListEntry | undefined {
	if (typeof id !== 'string' || active === false) return undefined;
	return { id, names: readNames(names), ...(typeof code === 'string' && code !== '' && { code }) };
}
