/** The pick lists of Create and Update. */
import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { DEPARTMENTS } from '../feishu/lists/departments';
import { EMPLOYEES } from '../feishu/lists/employees';
import { FLOWS } from '../feishu/lists/flows';
import { JOBS, positionsOf } from '../feishu/lists/jobs';
import type { List } from '../feishu/lists/list';
import { COMPANIES, EMPLOYEE_TYPES, LOCATIONS, WORK_LOCATIONS } from '../feishu/lists/organisation';
import { showList } from './listing';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

function searchOf(list: List): ListSearch {
	return async function (filter, paginationToken) {
		return await showList(this, list, filter, paginationToken);
	};
}

/** Of the department that is chosen in the node. */
const searchPositions: ListSearch = async function (filter, paginationToken) {
	const isUpdate = this.getCurrentNodeParameter('operation') === 'update';
	const name = isUpdate ? 'updateFields.departmentId' : 'departmentId';
	const department = this.getCurrentNodeParameter(name, { extractValue: true });
	const isKnown = typeof department === 'string' && /^\d+$/.test(department);
	const list = positionsOf(isKnown ? department : undefined);
	return await showList(this, list, filter, paginationToken);
};

export const pickLists = {
	searchCompanies: searchOf(COMPANIES),
	searchDepartments: searchOf(DEPARTMENTS),
	searchEmployees: searchOf(EMPLOYEES),
	searchEmployeeTypes: searchOf(EMPLOYEE_TYPES),
	searchFlows: searchOf(FLOWS),
	searchJobs: searchOf(JOBS),
	searchLocations: searchOf(LOCATIONS),
	searchPositions,
	searchWorkLocations: searchOf(WORK_LOCATIONS),
};
