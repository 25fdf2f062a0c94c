// Employees: the search for a leader or an offer HR, and batch_get by e-mail.
import { isInRange } from '../gateway/ranges';
import {
	EMPLOYEE_JOB_SCOPE,
	EMPLOYEE_PHONE_FILTER_SCOPE,
	LEGAL_NAME_SCOPE,
} from '../gateway/scopes';
import type { RecordedCall } from '../server/api';
import { fieldOf, isJsonObject, textOf, textsOf } from '../server/fields';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { languageList, LARGEST_PAGE, listPage } from './listPages';
import type { Employee } from './organisation';

const BAD_PARAMETER = 1160102;
const NO_PERMISSION = 1160103;
const OUTSIDE_THE_RANGE = 1160104;

const ID_TYPES: ReadonlySet<string> = new Set([
	'open_id',
	'union_id',
	'user_id',
	'people_corehr_id',
]);

/** `POST v2/employees/search`: people who have joined, never a pre-hire. */
export function searchEmployees(call: RecordedCall, world: TenantWorld): Reply {
	const body = call.body ?? {};
	if (!isJsonObject(body) || !knowsIdType(call)) return refusal(call, BAD_PARAMETER);
	const phone = textOf(body, 'phone_number');
	// On this call 1160103 comes with HTTP 400.
	if (phone !== undefined && !world.holds(call, EMPLOYEE_PHONE_FILTER_SCOPE)) {
		return refusal(call, NO_PERMISSION, { status: 400 });
	}
	const fields = textsOf(body, 'fields') ?? [];
	if (fields.length > LARGEST_PAGE) return refusal(call, BAD_PARAMETER);
	const found = world
		.organisation(call.tenant)
		.employees.filter(
			(employee) =>
				isInRange(call, world, 'employees', employee.departmentId) &&
				(phone === undefined || employee.phone === phone) &&
				matches(employee, body),
		);
	// With a key word Feishu ranks by relevance, and the order is not stable from page to page.
	const ranked = textOf(body, 'key_word') !== undefined && call.query.page_token;
	return listPage(call, ranked ? found.reverse() : found, {
		badPage: BAD_PARAMETER,
		show: (employee) => shown(call, world, employee, fields),
	});
}

/** `POST v2/employees/batch_get`: the first of its lists that has values wins. */
export function getEmployees(call: RecordedCall, world: TenantWorld): Reply {
	if (!knowsIdType(call)) return refusal(call, BAD_PARAMETER);
	const lists = [
		{ wanted: textsOf(call.body, 'employment_ids'), read: (one: Employee) => idOf(call, one) },
		{ wanted: textsOf(call.body, 'person_ids'), read: (one: Employee) => one.personId },
		{ wanted: textsOf(call.body, 'work_emails'), read: (one: Employee) => one.email },
	];
	const list = lists.find(({ wanted }) => wanted !== undefined && wanted.length > 0);
	if (!list?.wanted || list.wanted.length > LARGEST_PAGE) return refusal(call, BAD_PARAMETER);
	const { wanted, read } = list;
	const found = world
		.organisation(call.tenant)
		.employees.filter((employee) => wanted.includes(read(employee) ?? ''));
	const outside = found.filter(
		({ departmentId }) => !isInRange(call, world, 'employees', departmentId),
	);
	if (outside.length > 0) {
		const ids = outside.map((employee) => read(employee)).join(', ');
		return refusal(call, OUTSIDE_THE_RANGE, { msg: `No permission for [${ids}]` });
	}
	const fields = textsOf(call.body, 'fields') ?? [];
	return success({ items: found.map((employee) => shown(call, world, employee, fields)) });
}

function knowsIdType(call: RecordedCall): boolean {
	return ID_TYPES.has(call.query.user_id_type || 'open_id');
}

/** `employment_id_v2`; empty where the ID could not be converted. */
function idOf(call: RecordedCall, { id, openId }: Employee): string {
	const type = call.query.user_id_type || 'open_id';
	if (openId === undefined) return '';
	if (type === 'people_corehr_id') return id;
	return type === 'open_id' ? openId : openId.replace('ou_', `${type.slice(0, 2)}_`);
}

function matches(employee: Employee, body: unknown): boolean {
	const { name, englishName, email, number, departmentId, status } = employee;
	const keyWord = textOf(body, 'key_word')?.toLowerCase();
	const wantedStatus = textOf(body, 'employment_status');
	const wantedEmail = textOf(body, 'work_email');
	const numbers = textsOf(body, 'employee_number_list') ?? [];
	const departments = textsOf(body, 'department_id_list') ?? [];
	return (
		(keyWord === undefined ||
			[name, englishName, email, number].some((text) => text?.toLowerCase().includes(keyWord))) &&
		(wantedStatus === undefined || status === wantedStatus) &&
		(wantedEmail === undefined || email === wantedEmail) &&
		(numbers.length === 0 || numbers.includes(number)) &&
		(departments.length === 0 || departments.includes(departmentId))
	);
}

/** The IDs, and the fields asked for that the scopes allow. */
function shown(
	call: RecordedCall,
	world: TenantWorld,
	employee: Employee,
	fields: readonly string[],
): Record<string, unknown> {
	const { departments } = world.organisation(call.tenant);
	const department = departments.find(({ id }) => id === employee.departmentId);
	const values: Record<string, unknown> = {
		employee_number: employee.number,
		email_address: employee.email,
		employment_status: { enum_name: employee.status },
		'person_info.preferred_name': employee.name,
		'person_info.preferred_local_full_name': employee.name,
		'person_info.preferred_english_full_name': employee.englishName,
		'department.department_name': department && languageList(department.name),
		...(world.holds(call, EMPLOYEE_JOB_SCOPE) ? { 'job.name': employee.jobTitle } : {}),
		...(world.holds(call, LEGAL_NAME_SCOPE) ? { 'person_info.legal_name': employee.name } : {}),
	};
	const item: Record<string, unknown> = {
		// Silently another kind of ID where the conversion failed.
		employment_id: employee.openId === undefined ? employee.id : idOf(call, employee),
		employment_id_v2: idOf(call, employee),
		person_id: employee.personId,
	};
	for (const field of fields) {
		const value = values[field];
		if (value === undefined) continue;
		const [group = '', name] = field.split('.');
		item[group] = name === undefined ? value : { ...asObject(fieldOf(item, group)), [name]: value };
	}
	return item;
}

function asObject(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
