/** The pick lists of Create, filled as n8n's editor fills them: with 3,000 departments, with and without the scopes. */
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { listFields, listSearch } from '../harness/engine';
import { customAppCredential, feishu, sources, useSimulator } from '../harness/feishu';
import { useTimings } from '../harness/timings';
import { timing } from '../../nodes/FeishuCoreHr/feishu/core/timing';
import { departmentId, inventedId } from '../../simulator';

useSimulator({ people: [], departments: 3_000 });
useTimings({ listCacheMs: timing.listCacheMs });

const APP = 'cli_simulated_custom';

const list = async (
	method: string,
	filter?: string,
	token?: string,
	parameters = {},
): Promise<INodeListSearchResult> =>
	await listSearch(
		sources,
		customAppCredential(),
		{ resource: 'preHire', operation: 'create', ...parameters },
		filter,
		token,
		method,
	);

const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

describe('departments', () => {
	it('shows both languages, the code, and whether a job or a position is wanted; no department out of use', async () => {
		const first = await list('searchDepartments');
		expect(first.results).toContainEqual({
			name: 'Invented Sales · 虚构销售部 · needs a job · D-SALES',
			value: departmentId('sales'),
		});
		expect(names(first)).toContain(
			'Invented By Position · 虚构岗位制部门 · needs a position · D-POSITIONS',
		);
		expect(names(first).join()).not.toContain('Closed');
		expect(feishu().callsTo('departmentSearch')[0]).toMatchObject({
			query: { department_id_type: 'people_corehr_department_id', page_size: '100' },
		});
	});

	it('goes on when it is scrolled, a page at a time', async () => {
		const first = await list('searchDepartments');
		const second = await list('searchDepartments', undefined, String(first.paginationToken));
		expect(first.results).toHaveLength(100);
		expect(second.results).toHaveLength(100);
		expect(names(first)).not.toContain(names(second)[0]);
		expect(feishu().callsTo('departmentSearch')).toHaveLength(2);
	});

	it.each([
		['in English', 'team 2999'],
		['in Chinese', '团队 2999'],
		['by code', 'D-TEAM-2999'],
	])('finds one of 3,000 %s with one call', async (_how, text) => {
		const { results } = await list('searchDepartments', text);
		expect(results.map(({ value }) => value)).toEqual([inventedId('department', 2_999)]);
		expect(feishu().callsTo('departmentSearch')).toHaveLength(1);
	});

	it.each(['ignored', 'refused'] as const)(
		'reads pages up to a bound, and says so, where Feishu’s own search is %s',
		async (departmentKeyword) => {
			feishu().decide({ departmentKeyword });
			const found = await list('searchDepartments', 'sales');
			expect(names(found)).toEqual([
				'Invented Sales · 虚构销售部 · needs a job · D-SALES',
				'Only the first 1000 departments were looked at: type more of the name, or choose By ID',
			]);
			expect(feishu().callsTo('departmentSearch')).toHaveLength(11);
		},
	);

	it('ends where Feishu shows the same page again and again', async () => {
		feishu().decide({ departmentKeyword: 'refused' });
		feishu().faultNext('departmentSearch', { kind: 'endlessPages' }, Infinity);
		await list('searchDepartments', 'sales');
		expect(feishu().callsTo('departmentSearch').length).toBeLessThan(5);
	});
});

it('keeps what it has read for some minutes, for each credential', async () => {
	await list('searchCompanies');
	await list('searchCompanies', 'shanghai');
	expect(feishu().callsTo('companies')).toHaveLength(1);
});

it('does not show one credential what another has read, nor anybody what is old', async () => {
	await list('searchCompanies');
	feishu().changeSecret(APP, 'another-secret');
	const edited = customAppCredential({ appSecret: 'another-secret' });
	const parameters = { resource: 'preHire', operation: 'create' };
	const again = async () =>
		await listSearch(sources, edited, parameters, undefined, undefined, 'searchCompanies');
	await again();
	expect(feishu().callsTo('companies')).toHaveLength(2);
	timing.listCacheMs = 0;
	await again();
	expect(feishu().callsTo('companies')).toHaveLength(3);
});

it('asks again after a failure', async () => {
	feishu().faultNext('companies', { kind: 'refuse', code: 1160103 });
	await expect(list('searchCompanies')).rejects.toMatchObject({
		message: 'The app has no permission for this list (1160103)',
	});
	expect((await list('searchCompanies')).results).toHaveLength(3);
});

it('puts likely entries first and hides those out of use', async () => {
	expect(names(await list('searchCompanies'))).toEqual([
		'Invented Technology Shanghai · 虚构科技（上海） · C-SH',
		'Invented Technology Singapore · 虚构科技（新加坡） · C-SG',
		'Invented Vendor · 虚构外包 · third party · C-V',
	]);
	expect(names(await list('searchEmployeeTypes'))).toEqual([
		'Regular · 正式 · default · regular',
		'Intern · 实习 · intern',
		'Consultant · 顾问 · consultant',
	]);
	expect(names(await list('searchLocations'))[0]).toBe(
		'Invented Tower · 虚构大厦 · work space · L-2',
	);
	expect(names(await list('searchWorkLocations'))[0]).toBe(
		'Shanghai (invented) · 上海（虚构） · geographical division · business site · L-1',
	);
	expect(names(await list('searchLocations', '旧楼'))).toEqual([]);
});

it('shows jobs, flows, and the positions of the chosen department', async () => {
	expect((await list('searchJobs')).results.length).toBeGreaterThan(1);
	expect(names(await list('searchFlows'))).toEqual([
		'Standard onboarding (invented) · 标准入职（虚构）',
		'完整入职（虚构）',
	]);
	const departmentOf = (value: string) => ({
		departmentId: { __rl: true, mode: 'id', value },
	});
	await list('searchPositions', undefined, undefined, departmentOf(departmentId('positions')));
	await list('searchPositions', undefined, undefined, departmentOf('={{ $json.department }}'));
	const update = (updateFields: INodeParameters) => ({ operation: 'update', updateFields });
	const [ofSales, ofNobody] = [departmentOf(departmentId('sales')), {}].map(update);
	await list('searchPositions', undefined, undefined, ofSales);
	await list('searchPositions', undefined, undefined, ofNobody);
	const asked = feishu()
		.callsTo('positions')
		.map(({ body }) => (body as { department_ids?: string[] }).department_ids?.join());
	expect(asked).toEqual([departmentId('positions'), undefined, departmentId('sales')]);
});

it('finds leaders by name and number, never with an ID of another kind', async () => {
	const all = feishu()
		.organisation()
		.employees.filter(({ status }) => status === 'hired');
	const { results } = await list('searchEmployees');
	expect(results.map(({ value }) => value).sort()).toEqual(
		all.flatMap(({ id, openId }) => (openId === undefined ? [] : [id])).sort(),
	);
	const [one] = all;
	const found = await list('searchEmployees', one?.number);
	expect(found.results).toHaveLength(1);
	expect(found.results[0]?.name).toContain(String(one?.name));
});

it.each([
	['searchDepartments', 'departments', 'corehr:department:read'],
	['searchCompanies', 'companies', 'corehr:company:read'],
	['searchEmployeeTypes', 'employee types', 'corehr:common_data.preset_data:read'],
	['searchLocations', 'locations', 'corehr:locations:read'],
	['searchJobs', 'jobs', 'corehr:job.only:read'],
	['searchPositions', 'positions', 'corehr:position:read'],
	['searchEmployees', 'employees', 'corehr:employee:read'],
	['searchFlows', 'onboarding flows', 'corehr:pre_hire:read'],
])('%s names the missing scope with its link in place of the list', async (method, noun, scope) => {
	feishu().setScopes(APP, []);
	await expect(list(method)).rejects.toMatchObject({
		message: expect.stringMatching(
			new RegExp(
				`^To list ${noun}, the app needs the scope ${scope.replaceAll('.', '\\.')} in Feishu’s developer console\\. Choose By ID, or apply for it and publish a version: http.*/app/${APP}/auth\\?q=`,
			),
		),
		description: undefined,
	});
});

it('a list that fails otherwise says what to do at the list: its reader has no item', async () => {
	feishu().setIpAllowed(APP, false);
	const failure = list('searchCompanies');
	await expect(failure).rejects.toMatchObject({
		description: expect.stringMatching(/open the list again/),
	});
	await expect(failure).rejects.toMatchObject({
		description: expect.not.stringMatching(/fix_url|missing_scopes|category:|attempts:|run again/),
	});
});

it('offers custom fields by name and type, with the options of the tenant', async () => {
	const parameters = { resource: 'preHire', operation: 'create' };
	const { fields } = await listFields(sources, customAppCredential(), parameters);
	expect(fields.map(({ id, type }) => [id, type])).toEqual([
		['pre_hire:text:text_invented__c', 'string'],
		['pre_hire:boolean:boolean_invented__c', 'boolean'],
		['pre_hire:number:number_invented__c', 'number'],
		['pre_hire:option:enum_invented__c', 'options'],
		['pre_hire:options:enums_invented__c', 'string'],
		['pre_hire:person:person_invented__c', 'string'],
		['pre_hire:date:date_invented__c', 'dateTime'],
		['pre_hire:file:file_invented__c', 'string'],
		['person:text:hobby_invented__c', 'string'],
	]);
	expect(fields[0]?.displayName).toBe('Remark · 备注');
	expect(fields[3]?.options?.map(({ value }) => value)).toEqual([
		'small_option__c',
		'large_option__c',
	]);
	feishu().setScopes(APP, []);
	await expect(listFields(sources, customAppCredential(), parameters)).rejects.toMatchObject({
		message: expect.stringMatching(
			/the scope corehr:common_data\.meta_data:read .* Use More Fields \(JSON\), or apply for it and publish a version: http/,
		),
	});
});
