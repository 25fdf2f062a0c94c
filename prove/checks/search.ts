// Search: the shape of its answers, its pages, its order, its filters.
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { finding, type Check } from '../check';
import { answersTo, SEARCH, type Run, type Tenant } from '../tenant';

const IDS = 'A pre_hire_id is a text of digits';
const PAGES = 'A page says has_more, holds 100 people at most, and the next one brings others';
const ORDER = 'The same search has the same order a moment later';
const STATUSES = 'onboarding_status is preboarding, deleted, day_one, withdrawn or completed';

const STAGES = ['preboarding', 'deleted', 'day_one', 'withdrawn', 'completed'];

/** Three pages. */
const PEOPLE = 300;

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
	claims: [IDS, PAGES, ORDER, STATUSES],
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
				IDS,
				all.length > 0 ? all.every((id) => typeof id === 'string' && /^\d+$/.test(id)) : undefined,
				`${all.length} IDs`,
			),
			finding(
				PAGES,
				rows.length > 1
					? isPaged && rows.every(({ length }) => length <= 100) && new Set(all).size === all.length
					: undefined,
				`pages of ${rows.map(({ length }) => length).join(', ') || 'nobody'}, ${all.length - new Set(all).size} people twice`,
			),
			finding(
				ORDER,
				all.length > 1 ? sameOrder(peopleIn(first), peopleIn(second)) : undefined,
				`${peopleIn(first).length} and ${peopleIn(second).length} people`,
			),
			finding(
				STATUSES,
				stages.length > 0 ? unknown.length === 0 : undefined,
				`${STAGES.filter((stage) => stages.includes(stage)).join(', ') || 'none'}${unknown.length > 0 ? `, and ${unknown.length} other` : ''}`,
			),
		];
	},
};

const STATUS_FILTER = 'A search for one status shows nobody in another';
const ID_FILTER = 'A search by pre_hire_ids shows exactly these people';
const DEPARTMENT = 'A search by department takes the department_id that search returns';
const ABSENT = 'A search for an ID that nobody has is code 0 and shows nobody';
const SILENT = 'A field without its scope is left out silently';

export const filters: Check = {
	title: 'Get Many by status, ID, department, and with a field that needs a scope',
	maxCalls: 6,
	maxSeconds: 90,
	claims: [STATUS_FILTER, ID_FILTER, DEPARTMENT, ABSENT, SILENT],
	run: async (tenant) => {
		const withName = await tenant.run(getMany({}, 50, 'person_info.legal_name'));
		const [person] = peopleIn(withName);
		const byStatus = await askFor(tenant, { onboardingStatus: person?.onboarding_status });
		const byId = await askFor(tenant, { preHireIds: person?.pre_hire_id });
		const byDepartment = await askFor(tenant, { departmentIds: person?.department_id });
		const absent = await tenant.run(getMany({ preHireIds: '1' }, 50));
		const stages = byStatus && peopleIn(byStatus).map((found) => found.onboarding_status);
		const ids = (run: Run | undefined) => run && peopleIn(run).map(({ pre_hire_id: id }) => id);
		const found = ids(byId);
		const there = ids(byDepartment);
		const names = peopleIn(withName).filter((shown) => 'legal_name' in shown).length;
		return [
			finding(
				STATUS_FILTER,
				stages && stages.length > 0 && stages.every((stage) => stage === person?.onboarding_status),
				`${stages?.length ?? 0} people, ${new Set(stages).size} statuses`,
			),
			finding(
				ID_FILTER,
				found && found.length === 1 && found[0] === person?.pre_hire_id,
				`${found?.length ?? 0} people for one ID`,
			),
			finding(
				DEPARTMENT,
				there && there.includes(person?.pre_hire_id),
				`code ${codeOf(byDepartment)}, ${there?.length ?? 0} people`,
			),
			finding(
				ABSENT,
				codeOf(absent) === '0' && peopleIn(absent).length === 0,
				`code ${codeOf(absent)}, ${peopleIn(absent).length} people`,
			),
			finding(
				SILENT,
				person === undefined || names > 0 ? refusedForScope(withName) : codeOf(withName) === '0',
				`code ${codeOf(withName)}, ${names} people with the field`,
			),
		];
	},
};

/** The whole search must not be refused for want of one field's scope; where the field is there, nothing is seen. */
function refusedForScope(run: Run): false | undefined {
	return codeOf(run) === '0' ? undefined : false;
}

async function askFor(tenant: Tenant, filter: Record<string, unknown>): Promise<Run | undefined> {
	const [value] = Object.values(filter);
	if (typeof value !== 'string' || value === '') return undefined;
	return await tenant.run(getMany(filter as INodeParameters, 50));
}

interface Page {
	items?: IDataObject[];
	has_more?: unknown;
}

function pagesOf(run: Run): Page[] {
	return answersTo(SEARCH, run).map(({ body }) => (body?.data ?? {}) as Page);
}

function codeOf(run: Run | undefined): string {
	const answer = run && answersTo(SEARCH, run)[0];
	return String(answer?.body?.code ?? 'none');
}

export function peopleIn({ result }: Run): IDataObject[] {
	return result.success.map(({ json }) => json);
}

function sameOrder(a: IDataObject[], b: IDataObject[]): boolean {
	const ids = (people: IDataObject[]) => JSON.stringify(people.map((person) => person.pre_hire_id));
	return ids(a) === ids(b);
}
