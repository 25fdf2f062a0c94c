/** Companies, employee types and locations: lists that Feishu cannot search and most tenants keep short. */
import type { IDataObject } from 'n8n-workflow';

import { readObject } from '../http/reply';
import { HUNDRED_A_MINUTE, THOUSAND_A_MINUTE } from '../quota/window';
import { listEndpoint, PAGED, type List, type ListEntry } from './list';
import { readNames } from './names';

export const COMPANIES: List = {
	noun: 'companies',
	scope: 'corehr:company:read',
	endpoint: listEndpoint({
		api: 'companies',
		method: 'GET',
		path: '/open-apis/corehr/v1/companies',
		quota: THOUSAND_A_MINUTE,
		readEntry: (item) => {
			const isVendor = namesIn(item.sub_type_list).includes('vendor');
			return isVendor
				? entryOf(item, item.hiberarchy_common, { notes: ['third party'] })
				: entryOf(item, item.hiberarchy_common);
		},
	}),
	query: PAGED,
	isShort: true,
	isLikely: ({ notes = [] }) => !notes.includes('third party'),
};

export const EMPLOYEE_TYPES: List = {
	noun: 'employee types',
	scope: 'corehr:common_data.preset_data:read',
	endpoint: listEndpoint({
		api: 'employeeTypes',
		method: 'GET',
		path: '/open-apis/corehr/v1/employee_types',
		quota: THOUSAND_A_MINUTE,
		readEntry: (item) =>
			item.default_employee_type === true
				? entryOf(item, item, { notes: ['default'] })
				: entryOf(item, item),
	}),
	query: PAGED,
	isShort: true,
	isLikely: ({ notes = [] }) => notes.includes('default'),
};

/** Where people arrive and have their desks: buildings come first. Which usage Feishu wants is told nowhere, so nothing is hidden. */
export const LOCATIONS: List = locations('work space');

/** Where people work: cities and regions come first. */
export const WORK_LOCATIONS: List = locations('business site');

/** `likely` is the usage of those that come first. */
function locations(likely: string): List {
	return {
		noun: 'locations',
		scope: 'corehr:locations:read',
		endpoint: listEndpoint({
			api: 'locations',
			method: 'GET',
			path: '/open-apis/corehr/v1/locations',
			quota: HUNDRED_A_MINUTE,
			readEntry: (item) => {
				const usages = namesIn(item.location_usage_list);
				return entryOf(item, item.hiberarchy_common, {
					notes: usages.map((usage) => usage.replaceAll('_', ' ')),
				});
			},
		}),
		query: PAGED,
		isShort: true,
		isLikely: ({ notes = [] }) => notes.includes(likely),
	};
}

/** Undefined for what is out of use. `common` holds name, code and whether it is in use. */
function entryOf(
	{ id }: IDataObject,
	common: unknown,
	more: Pick<ListEntry, 'notes'> = {},
): ListEntry | undefined {
	const { name, code, active } = readObject(common);
	if (typeof id !== 'string' || active === false) return undefined;
	return {
		id,
		names: readNames(name),
		...(typeof code === 'string' && code !== '' && { code }),
		...more,
	};
}

function namesIn(list: unknown): string[] {
	return (Array.isArray(list) ? list : []).flatMap((each: unknown) => {
		const name = readObject(each).enum_name;
		return typeof name === 'string' ? [name] : [];
	});
}
