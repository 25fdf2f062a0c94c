// Departments: search, batch_get, parents, tree, and the old v1 list.
import { isInRange } from '../gateway/ranges';
import {
	DEPARTMENT_MANAGER_FILTER_SCOPE,
	DEPARTMENT_PARENT_FILTER_SCOPE,
	DEPARTMENT_PARENT_SCOPE,
} from '../gateway/scopes';
import type { RecordedCall } from '../server/api';
import { fieldOf, isJsonObject, textOf, textsOf } from '../server/fields';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { departmentIds, type DepartmentIds } from './departmentIds';
import { languageList, LARGEST_PAGE, listPage, nameMatches } from './listPages';
import type { Department } from './organisation';

const BAD_PARAMETER = 1160102;
const NO_PERMISSION = 1160103;

/** `POST v2/departments/search`; its IDs are `open_department_id` unless the query says otherwise. */
export function searchDepartments(call: RecordedCall, world: TenantWorld): Reply {
	const ids = departmentIds(call, 'open_department_id');
	const body = call.body ?? {};
	const fields = textsOf(body, 'fields') ?? [];
	if (!ids || !isJsonObject(body)) return refusal(call, BAD_PARAMETER);
	const departments = visibleDepartments(call, world);
	const refused = scopedFilterWithoutScope(call, world, body);
	if (refused) return refused;
	const keyword = textOf(body, 'keyword');
	const { departmentKeyword } = world.openQuestions;
	if (keyword !== undefined && departmentKeyword === 'refused') return refusal(call, BAD_PARAMETER);
	const active = fieldOf(body, 'active');
	const names = textsOf(body, 'name_list') ?? [];
	const codes = textsOf(body, 'code_list') ?? [];
	const wanted = textsOf(body, 'department_id_list') ?? [];
	if (wanted.length > LARGEST_PAGE) return refusal(call, BAD_PARAMETER);
	const parent = ids.find(departments, textOf(body, 'parent_department_id') ?? '');
	const below = fieldOf(body, 'get_all_children') === true ? isBelow : isChildOf;
	const managers = textsOf(body, 'manager_list') ?? [];
	const found = departments.filter(
		(department) =>
			(typeof active !== 'boolean' || department.active === active) &&
			(names.length === 0 || names.some((name) => nameMatches(department.name, name, 'whole'))) &&
			(codes.length === 0 || codes.includes(department.code ?? '')) &&
			(wanted.length === 0 || wanted.includes(ids.of(department))) &&
			(managers.length === 0 || managers.includes(department.managerId ?? '')) &&
			(textOf(body, 'parent_department_id') === undefined ||
				(parent !== undefined && below(department, parent, departments))) &&
			(keyword === undefined ||
				departmentKeyword === 'ignored' ||
				nameMatches(department.name, keyword, 'part') ||
				(department.code ?? '').toLowerCase().includes(keyword.toLowerCase())),
	);
	return listPage(call, found, {
		badPage: BAD_PARAMETER,
		show: shower(call, world, ids, fields),
	});
}

/** `POST v2/departments/batch_get`, up to 100 IDs. */
export function getDepartments(call: RecordedCall, world: TenantWorld): Reply {
	const ids = departmentIds(call, 'open_department_id');
	const wanted = textsOf(call.body, 'department_id_list') ?? [];
	const names = textsOf(call.body, 'department_name_list') ?? [];
	if (!ids || wanted.length + names.length === 0 || wanted.length > LARGEST_PAGE) {
		return refusal(call, BAD_PARAMETER);
	}
	const fields = textsOf(call.body, 'fields') ?? [];
	const found = visibleDepartments(call, world).filter(
		(department) =>
			wanted.includes(ids.of(department)) ||
			names.some((name) => nameMatches(department.name, name, 'whole')),
	);
	return success({ items: found.map(shower(call, world, ids, fields)) });
}

/** `POST v2/departments/parents`: from each department up to the root. */
export function getParents(call: RecordedCall, world: TenantWorld): Reply {
	const ids = departmentIds(call, 'open_department_id');
	const wanted = textsOf(call.body, 'department_id_list');
	if (!ids || !wanted || wanted.length === 0 || wanted.length > LARGEST_PAGE) {
		return refusal(call, BAD_PARAMETER);
	}
	const departments = visibleDepartments(call, world);
	return success({
		items: wanted.flatMap((wantedId) => {
			const child = ids.find(departments, wantedId);
			if (!child) return [];
			const chain = [child, ...ancestorsOf(child, departments)];
			return [
				{
					department_id: wantedId,
					parent_department_list: chain.map((department) => ({
						department_id: ids.of(department),
						department_name: languageList(department.name),
						parent_department_id: ids.ofId(departments, department.parentId) ?? '',
						active: department.active,
						is_root: department.parentId === undefined,
					})),
				},
			];
		}),
	});
}

/** `POST v2/departments/tree`: IDs without names, CoreHR IDs by default; the page says up to 2000 and, beside it, 100. */
export function departmentTree(call: RecordedCall, world: TenantWorld): Reply {
	const ids = departmentIds(call, 'people_corehr_department_id');
	if (!ids) return refusal(call, BAD_PARAMETER);
	const departments = visibleDepartments(call, world);
	return listPage(call, departments, {
		badPage: BAD_PARAMETER,
		largestPage: 2000,
		show: (department) => ({
			id: ids.of(department),
			parent_id: ids.ofId(departments, department.parentId) ?? '',
			is_root: department.parentId === undefined,
			has_child: departments.some(({ parentId }) => parentId === department.id),
		}),
	});
}

/** `GET v1/departments`, which Feishu no longer recommends: CoreHR IDs by default, the name elsewhere. */
export function listDepartmentsV1(call: RecordedCall, world: TenantWorld): Reply {
	const ids = departmentIds(call, 'people_corehr_department_id');
	if (!ids) return refusal(call, BAD_PARAMETER);
	const { name_list: name } = call.query;
	const found = visibleDepartments(call, world).filter(
		(department) => name === undefined || nameMatches(department.name, name, 'whole'),
	);
	return listPage(call, found, {
		badPage: BAD_PARAMETER,
		show: (department) => ({
			id: ids.of(department),
			hiberarchy_common: {
				name: languageList(department.name),
				code: department.code ?? '',
				active: department.active,
			},
			staffing_model: { enum_name: department.staffingModel },
		}),
	});
}

function visibleDepartments(call: RecordedCall, world: TenantWorld): Department[] {
	return world
		.organisation(call.tenant)
		.departments.filter(({ id }) => isInRange(call, world, 'departments', id));
}

/** Feishu's pages give the code to parameters without their scope only by inference. */
function scopedFilterWithoutScope(
	call: RecordedCall,
	world: TenantWorld,
	body: unknown,
): Reply | undefined {
	const filters = [
		['parent_department_id', DEPARTMENT_PARENT_FILTER_SCOPE],
		['manager_list', DEPARTMENT_MANAGER_FILTER_SCOPE],
	] as const;
	const refused = filters.some(
		([name, scope]) => fieldOf(body, name) !== undefined && !world.holds(call, scope),
	);
	return refused ? refusal(call, NO_PERMISSION) : undefined;
}

/** Only the fields asked for; without any, the ID alone. Those with a scope of their own are absent without it. */
function shower(
	call: RecordedCall,
	world: TenantWorld,
	ids: DepartmentIds,
	fields: readonly string[],
): (department: Department) => Record<string, unknown> {
	const { departments } = world.organisation(call.tenant);
	return (department) => {
		const shown: Record<string, unknown> = {
			department_name: languageList(department.name),
			code: department.code,
			active: department.active,
			is_root: department.parentId === undefined,
			staffing_model: { enum_name: department.staffingModel },
			...(department.validFrom ? { effective_date: department.validFrom } : {}),
			...(world.holds(call, DEPARTMENT_PARENT_SCOPE) && department.parentId !== undefined
				? { parent_department_id: ids.ofId(departments, department.parentId) }
				: {}),
		};
		const asked = Object.entries(shown).filter(([name]) => fields.includes(name));
		return { id: ids.of(department), ...Object.fromEntries(asked) };
	};
}

function isChildOf(department: Department, parent: Department): boolean {
	return department.parentId === parent.id;
}

function isBelow(department: Department, top: Department, all: readonly Department[]): boolean {
	return ancestorsOf(department, all).some(({ id }) => id === top.id);
}

function ancestorsOf(department: Department, all: readonly Department[]): Department[] {
	const parent = all.find(({ id }) => id === department.parentId);
	return parent ? [parent, ...ancestorsOf(parent, all)] : [];
}
