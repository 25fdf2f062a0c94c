// Invented companies, employee types, locations and countries.
import { inventedId } from './inventedIds';
import type { Company, EmployeeType, Location, Row } from './organisation';

export function inventedCompanies(): Company[] {
	return [
		{
			...row('company', 1, '虚构科技（上海）', 'Invented Technology Shanghai', 'C-SH'),
			kind: 'company',
		},
		{
			...row('company', 2, '虚构科技（新加坡）', 'Invented Technology Singapore', 'C-SG'),
			kind: 'company',
		},
		{ ...row('company', 3, '虚构外包', 'Invented Vendor', 'C-V'), kind: 'vendor' },
		{
			...row('company', 4, '虚构旧公司', 'Invented Former Company', 'C-OLD'),
			kind: 'company',
			active: false,
		},
	];
}

export function inventedEmployeeTypes(): EmployeeType[] {
	return [
		{ ...row('employeeType', 1, '实习', 'Intern', 'intern'), isDefault: false },
		{ ...row('employeeType', 2, '正式', 'Regular', 'regular'), isDefault: true },
		{ ...row('employeeType', 3, '顾问', 'Consultant', 'consultant'), isDefault: false },
		{
			...row('employeeType', 4, '已停用', 'Retired Type', 'retired'),
			isDefault: false,
			active: false,
		},
	];
}

/** Which usage an onboarding or office location needs is told nowhere; these are plausible. */
export function inventedLocations(): Location[] {
	const shanghai = inventedId('location', 1);
	return [
		place(1, '上海（虚构）', 'Shanghai (invented)', ['geographical_division', 'business_site']),
		{
			...place(2, '虚构大厦', 'Invented Tower', ['work_space']),
			parentId: shanghai,
			addresses: [
				{
					id: inventedId('address', 1),
					text: '上海市虚构路 1 号',
					types: ['onboarding_address', 'office_address'],
				},
			],
		},
		place(3, '上海社保（虚构）', 'Shanghai social security (invented)', [
			'social_security_contribution',
		]),
		place(4, '职位地点（虚构）', 'Job posting only (invented)', ['job_posting']),
		{ ...place(5, '旧楼（虚构）', 'Old building (invented)', ['work_space']), active: false },
	];
}

export function inventedCountries(): Row[] {
	return [
		row('country', 1, '中国', 'China', 'CN'),
		row('country', 2, '新加坡', 'Singapore', 'SG'),
		row('country', 3, '德国', 'Germany', 'DE'),
	];
}

function place(number: number, zh: string, en: string, usages: string[]): Location {
	return { ...row('location', number, zh, en, `L-${number}`), usages, addresses: [] };
}

function row(
	kind: Parameters<typeof inventedId>[0],
	number: number,
	zh: string,
	en: string,
	code: string,
): Row {
	return { id: inventedId(kind, number), name: { zh, en }, code, active: true };
}
