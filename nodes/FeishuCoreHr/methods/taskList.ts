/** The list of the Task field: the tasks of the person whom the node is set to. */
import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { refuseInput, type Result } from '../feishu/core/failure';
import { listTasks, type OnboardingTask } from '../feishu/preHires/onboardingTasks';
import { SEARCH_SCOPES } from '../feishu/preHires/searchPreHires';
import { callerOf, unwrap } from './listing';

/** For messages, as `unwrap` puts them together. */
const LISTED = { noun: 'tasks', scope: SEARCH_SCOPES[0] };

export async function searchOnboardingTasks(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const preHireId = unwrap(this, readPreHireId(this), LISTED);
	const caller = await callerOf(this, LISTED.noun);
	const tasks = unwrap(this, await listTasks(caller, preHireId), LISTED);
	const text = filter?.trim().toLowerCase() ?? '';
	const results = tasks.map(describeTask).filter(({ name }) => name.toLowerCase().includes(text));
	return { results };
}

/** Which person an expression names is known only once the nodes before this one have run. */
function readPreHireId(context: ILoadOptionsFunctions): Result<string> {
	const parameter = context.getCurrentNodeParameter('preHireId', { extractValue: true });
	const id = typeof parameter === 'number' ? String(parameter) : parameter;
	return typeof id === 'string' && /^\d+$/.test(id.trim())
		? { ok: true, value: id.trim() }
		: refuseInput(
				'INVALID_PRE_HIRE_ID',
				'To list tasks, choose the person first, from the list or by ID. Where an expression names the person, run the nodes before this one first, or give the task By ID',
				'The list shows the tasks of the first item’s person. Where each item has a task of its own, choose By ID and write an expression, such as {{ $json.task_code }}.',
			);
}

/** `Personal information · in progress · 2`. */
function describeTask({ code, name, status }: OnboardingTask): INodeListSearchItems {
	const parts = [
		name ?? `Task ${code}`,
		...(status === undefined ? [] : [status.replaceAll('_', ' ')]),
		code,
	];
	return { name: parts.join(' · '), value: code };
}
