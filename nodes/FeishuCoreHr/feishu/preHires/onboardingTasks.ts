/** The tasks of a person's onboarding, as search shows them. */
import type { IDataObject } from 'n8n-workflow';

import { type Caller } from '../caller/caller';
import { succeed, type Result } from '../core/failure';
import { readObject } from '../http/reply';
import { getPreHire } from './getPreHire';
import type { FoundPreHire } from './searchPreHires';

/** Where search shows the tasks. It needs no scope of its own. */
export const TASKS_FIELD = 'onboarding_info.onboarding_task_list';

export interface OnboardingTask {
	/** `1` job information, `2` personal information, `3` SSO account, `4` check-in, `9` documents; a UUID for a task of the tenant's own. */
	code: string;
	name?: string;
	/** As Feishu names it: `not_started`, `in_progress`, `in_review`, `completed`, … */
	status?: string;
}

/** What cannot be read as a task is left out. */
export function readTasks(person: FoundPreHire): OnboardingTask[] {
	const list = readObject(person.onboarding_info).onboarding_task_list;
	return (Array.isArray(list) ? list : []).flatMap((entry: unknown) => {
		const {
			task_code: code,
			task_name: name,
			task_status: status,
		}: IDataObject = readObject(entry);
		if (typeof code !== 'string' || code === '') return [];
		return [{ code, ...nonEmpty({ name, status }) }];
	});
}

function nonEmpty(texts: IDataObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(texts).filter(
			(text): text is [string, string] => typeof text[1] === 'string' && text[1] !== '',
		),
	);
}

/** The person's tasks now, or up to 5 s ago: search shows changes that late. */
export async function listTasks(
	caller: Caller,
	preHireId: string,
): Promise<Result<OnboardingTask[]>> {
	const person = await getPreHire(caller, { key: preHireId, facts: {} }, [TASKS_FIELD]);
	return person.ok ? succeed(readTasks(person.value)) : person;
}
