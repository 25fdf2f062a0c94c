// Languages: whether names follow what a call asks for in Accept-Language, and in which shape lists name an entry.
import type { IDataObject } from 'n8n-workflow';

import { finding, type Check } from '../check';
import { MEASURED } from '../facts/measured';
import { answersTo, DEPARTMENTS, FLOWS, SEARCH, type Run, type Tenant } from '../tenant';

const LANGUAGES = ['zh-CN', 'en-US'] as const;

/** What one language showed: names by the ID of their owner. */
interface Shown {
	people: Names;
	departments: Names;
	flows: Names;
}

type Names = ReadonlyMap<string, unknown>;

export const languages: Check = {
	title: 'People, departments and onboarding flows, once in Chinese and once in English',
	// An exchange and three lists for each language, each list once more where it is refused for a passing reason.
	maxCalls: 14,
	maxSeconds: 90,
	facts: MEASURED.languages,
	run: async (tenant) => {
		const [chinese, english] = [
			await look(await tenant.anew(LANGUAGES[0])),
			await look(await tenant.anew(LANGUAGES[1])),
		];
		const people = compare(chinese.people, english.people);
		const departments = compare(chinese.departments, english.departments);
		const flows = compare(chinese.flows, english.flows);
		const departmentNames = [...chinese.departments.values(), ...english.departments.values()];
		const flowNames = [...chinese.flows.values(), ...english.flows.values()];
		const odd = [
			...departmentNames.filter((name) => !isLanguageList(name)),
			...flowNames.filter((name) => !isLanguageObject(name)),
		].length;
		const lists = departments.both + flows.both;
		return [
			finding(
				'search-language',
				people.both > 0 ? people.other === 0 : undefined,
				`${people.other} of ${people.both} people with other names`,
			),
			finding(
				'list-language',
				lists > 0 ? departments.other + flows.other === 0 : undefined,
				`${departments.other} of ${departments.both} departments and ${flows.other} of ${flows.both} flows with other names`,
			),
			finding(
				'list-names',
				lists > 0 ? odd === 0 : undefined,
				`${departments.both} departments and ${flows.both} flows, ${odd} names in another shape`,
			),
		];
	},
};

async function look(tenant: Tenant): Promise<Shown> {
	const people = await tenant.run({
		operation: 'getMany',
		returnAll: false,
		limit: 50,
		filters: { onboardingStatus: 'any' },
		simplify: true,
		options: { maxRetries: 0, fields: 'onboarding_info.onboarding_task_list' },
	});
	const departments = await tenant.list('searchDepartments');
	const flows = await tenant.list('searchFlows');
	return {
		people: namesIn(answersTo(SEARCH, people), 'items', 'pre_hire_id', namesOfPerson),
		departments: namesIn(
			answersTo(DEPARTMENTS, { observed: departments }),
			'items',
			'id',
			({ department_name: name }) => name,
		),
		flows: namesIn(answersTo(FLOWS, { observed: flows }), 'flow_list', 'id', ({ name }) => name),
	};
}

/** What a person and their tasks are called. */
function namesOfPerson({ person_info: person, onboarding_info: onboarding }: IDataObject): unknown {
	const { onboarding_task_list: tasks } = (onboarding ?? {}) as IDataObject;
	const entries = (Array.isArray(tasks) ? tasks : []) as IDataObject[];
	return [person, entries.map(({ task_code: code, task_name: name }) => [code, name])];
}

function namesIn(
	answers: Run['observed'],
	list: string,
	id: string,
	nameOf: (entry: IDataObject) => unknown,
): Names {
	const entries = answers.flatMap(({ body }) => {
		const found = (body?.data as IDataObject | undefined)?.[list];
		return (Array.isArray(found) ? found : []) as IDataObject[];
	});
	return new Map(entries.map((entry) => [String(entry[id]), nameOf(entry)]));
}

/** Whom both show, and how many of them have other names. */
function compare(one: Names, other: Names): { both: number; other: number } {
	const both = [...one.keys()].filter((id) => other.has(id));
	const differing = both.filter(
		(id) => JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id)),
	);
	return { both: both.length, other: differing.length };
}

function isLanguageList(name: unknown): boolean {
	const known: readonly string[] = LANGUAGES;
	return (
		Array.isArray(name) &&
		(name as IDataObject[]).every(
			(entry) => known.includes(String(entry.lang)) && typeof entry.value === 'string',
		)
	);
}

function isLanguageObject(name: unknown): boolean {
	return (
		typeof name === 'object' &&
		name !== null &&
		Object.entries(name).every(
			([language, value]) => ['zh_cn', 'en_us'].includes(language) && typeof value === 'string',
		)
	);
}
