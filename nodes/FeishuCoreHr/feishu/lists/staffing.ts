/** Says before Feishu refuses that a department wants a job, a position, or neither. */
import type { IDataObject } from 'n8n-workflow';

import { call } from '../call/call';
import type { Endpoint } from '../call/endpoint';
import { tenantOf, type Caller } from '../caller/caller';
import type { Session } from '../caller/session';
import { refuseInput, succeed, type Result } from '../core/failure';
import { readObject } from '../http/reply';
import { THOUSAND_A_MINUTE } from '../quota/window';
import { LIST_CODES } from './codes';
import { COREHR_IDS, readStaffingModel, type StaffingModel } from './departments';

const DEPARTMENTS_BY_ID: Endpoint<{ model: StaffingModel | undefined }> = {
	api: 'departments',
	method: 'POST',
	path: '/open-apis/corehr/v2/departments/batch_get',
	quota: THOUSAND_A_MINUTE,
	codes: LIST_CODES,
	contradiction: {
		code: 'LIST_NOT_UNDERSTOOD',
		title: 'Feishu’s list came in a form that this node does not know',
		category: 'unknown',
		hint: 'Choose By ID. If it stays, give the log_id to Feishu support.',
	},
	readData: ({ items }) => ({
		model: Array.isArray(items) ? readStaffingModel(readObject(items[0])) : undefined,
	}),
};

/** What each run has asked, by tenant and department. */
const asked = new WeakMap<Session, Map<string, Promise<StaffingModel | undefined>>>();

/**
 * `offer` is `offer_info` as it would be sent. Each department is asked about once in a run; where that cannot be
 * found out, for want of a scope for example, Feishu's own answer to the create call decides.
 */
export async function checkStaffing(caller: Caller, offer: unknown): Promise<Result<undefined>> {
	const { department_id: department, job_id: job, position_id: position } = readObject(offer);
	if (typeof department !== 'string') return succeed(undefined);
	const model = await modelOf(caller, department);
	if (model === 'job' && isEmpty(job)) return refuse('needs a job', 'choose Job');
	if (model === 'position' && isEmpty(position))
		return refuse('needs a position', 'choose Position');
	if (model === 'non_job' && !isEmpty(job))
		return refuse('takes people without a job only', 'remove Job');
	return succeed(undefined);
}

async function modelOf(caller: Caller, department: string): Promise<StaffingModel | undefined> {
	const { session, identity } = caller;
	const ofRun = asked.get(session) ?? new Map<string, Promise<StaffingModel | undefined>>();
	asked.set(session, ofRun);
	const key = JSON.stringify([tenantOf(identity.account), department]);
	const known = ofRun.get(key) ?? ask(caller, department);
	ofRun.set(key, known);
	return await known;
}

async function ask(caller: Caller, department: string): Promise<StaffingModel | undefined> {
	const body: IDataObject = { department_id_list: [department], fields: ['staffing_model'] };
	const found = await call(caller, DEPARTMENTS_BY_ID, { query: COREHR_IDS, body });
	return found.ok ? found.value.model : undefined;
}

function isEmpty(value: IDataObject[string]): boolean {
	return value === undefined || value === null || value === '';
}

function refuse(wants: string, advice: string): Result<undefined> {
	return refuseInput(
		'JOB_OR_POSITION_MISMATCH',
		`The department ${wants}`,
		`Open Additional Fields and ${advice}, or choose another department. Feishu decides by the staffing setting of the department.`,
	);
}
