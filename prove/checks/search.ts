// Search: the shape of its answers, its pages, its order, its filters.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { finding, type Check } from '../check';
import { MEASURED } from '../facts/measured';
import { answersTo, codeOf, SEARCH, type Run, type Tenant } from '../tenant';

const STAGES = ['preboarding', 'deleted', 'day_one', 'withdrawn', 'completed'];

/** Three pages. */
const PEOPLE = 300;

/** Half a page: of a large department not everybody. */
const SOME = 50;

const getMany = (filters: INodeParameters, limit = PEOPLE, fields = ''): INodeParameters => ({
	operation: 'getMany',
	returnAll: false,
	limit,
	filters: { onboardingStatus: 'any', ...filters },
	simplify: true,
	options: { maxRetries: 0, ...(fields !== '' && { fields }) },
});

export const pages: Check = {
	title: 'Get Many of up to 300 people, twice',
	maxCalls: 8,
	maxSeconds: 90,
	facts: MEASURED.pages,
	run: async (tenant) => {
		const first = await tenant.run(getMany({}));
		const second = await tenant.run(getMany({}));
		const rows = pagesOf(first).map(({ items = [] }) => items.map((item) => item.pre_hire_id));
		const all = rows.flat();
		const isPaged = pagesOf(first).every(({ has_more }) => typeof has_more === 'boolean');
		const stages = peopleIn(first).map(({ onboarding_status: stage }) => String(stage));
		const unknown = [...new Set(stages.filter((stage) => !STAGES.includes(stage)))];
		return [
			finding(
				'search-ids',
				all.length > 0 ? all.every((id) => typeof id === 'string' && /^\d+$/.test(id)) : undefined,
				`${all.length} IDs`,
			),
			finding(
				'search-pages',
				rows.length > 1
					? isPaged && rows.every(({ length }) => length <= 100) && new Set(all).size === all.length
					: undefined,
				`pages of ${rows.map(({ length }) => length).join(', ') || 'nobody'}, ${all.length - new Set(all).size} people twice`,
			),
			finding(
				'search-order',
				all.length > 1 && peopleIn(second).length > 0
					? sameOrder(peopleIn(first), peopleIn(second))
					: undefined,
				`${peopleIn(first).length} and ${peopleIn(second).length} people`,
			),
			finding(
				'search-statuses',
				stages.length > 0 ? unknown.length === 0 : undefined,
				`${STAGES.filter((stage) => stages.includes(stage)).join(', ') || 'none'}${unknown.length > 0 ? `, and ${unknown.length} other` : ''}`,
			),
		];
	},
};

export const filters: Check = {
	title: 'Get Many by status, ID, department, and with a field that needs a scope',
	maxCalls: 8,
	maxSeconds: 90,
	facts: MEASURED.filters,
	run: async (tenant) => {
		const withName = await tenant.run(getMany({}, SOME, 'person_info.legal_name'));
		const [person] = peopleIn(withName);
		const byStatus = await askFor(tenant, { onboardingStatus: person?.onboarding_status });
		const byId = await askFor(tenant, { preHireIds: person?.pre_hire_id });
		const byDepartment = await askFor(tenant, { departmentIds: person?.department_id });
		const absent = await tenant.run(getMany({ preHireIds: '1' }, SOME));
		const statuses = shownBy(byStatus)?.map(({ onboarding_status: status }) => status);
		const found = shownBy(byId)?.map(({ pre_hire_id: id }) => id);
		const there = shownBy(byDepartment)?.map(({ pre_hire_id: id }) => id);
		const nobody = shownBy(absent);
		const names = peopleIn(withName).filter((shown) => 'legal_name' in shown).length;
		return [
			finding(
				'search-status',
				statuses &&
					statuses.length > 0 &&
					statuses.every((status) => status === person?.onboarding_status),
				`${statuses?.length ?? 0} people, ${new Set(statuses).size} statuses`,
			),
			finding(
				'search-by-id',
				found && found.length === 1 && found[0] === person?.pre_hire_id,
				`${found?.length ?? 0} people for one ID`,
			),
			finding(
				'search-department',
				there && (there.includes(person?.pre_hire_id) || there.length === SOME),
				`code ${searchCode(byDepartment)}, ${there?.length ?? 0} people`,
			),
			finding(
				'search-absent',
				nobody && searchCode(absent) === '0' && nobody.length === 0,
				`code ${searchCode(absent)}, ${peopleIn(absent).length} people`,
			),
			finding(
				'search-silent',
				silence(withName, names),
				`code ${searchCode(withName)}, ${names} people with the field`,
			),
		];
	},
};

/** The whole search must not be refused for want of one field's scope; where the field is there, nothing is seen. */
function silence(run: Run, people: number): boolean | undefined {
	const all = shownBy(run);
	if (all === undefined) return undefined;
	if (searchCode(run) !== '0') return false;
	return all.length > 0 && people === 0 ? true : undefined;
}

async function askFor(tenant: Tenant, filter: Record<string, unknown>): Promise<Run | undefined> {
	const [value] = Object.values(filter);
	if (typeof value !== 'string' || value === '') return undefined;
	return await tenant.run(getMany(filter as INodeParameters, SOME));
}

interface Page {
	items?: IDataObject[];
	has_more?: unknown;
}

/** A refusal is no page. */
function pagesOf(run: Run): Page[] {
	return answersTo(SEARCH, run)
		.filter(({ body }) => body?.code === 0)
		.map(({ body }) => (body?.data ?? {}) as Page);
}

/** Undefined where Feishu did not answer. */
function shownBy(run: Run | undefined): IDataObject[] | undefined {
	return run === undefined || searchCode(run) === 'none' ? undefined : peopleIn(run);
}

function searchCode(run: Run | undefined): string {
	return codeOf(run && answersTo(SEARCH, run)[0]);
}

export function peopleIn({ result }: Run): IDataObject[] {
	return result.success.map(({ json }) => json);
}

function sameOrder(a: IDataObject[], b: IDataObject[]): boolean {
	const ids = (people: IDataObject[]) => JSON.stringify(people.map((person) => person.pre_hire_id));
	return ids(a) === ids(b);
}
