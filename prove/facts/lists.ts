// Facts about pick lists, and about what an app may know of itself.
import type { Facts } from './fact';

export const LIST_FACTS = {
	'list-names': {
		claim:
			'Lists name an entry in each language: departments as `[{lang, value}]` with `zh-CN` and `en-US`, onboarding flows as `{zh_cn, en_us}`; any may be missing',
		sources: ['documented'],
		usedIn: ['feishu/lists/names.ts#readNames'],
		ifWrong: 'Entries show another language, or their code or ID instead of a name.',
	},
	'list-language': {
		claim: 'Lists have the same names whatever language is asked for',
		sources: ['not documented'],
		usedIn: ['feishu/lists/list.ts#readListPage'],
		ifWrong: 'Somebody who types a name in one language does not find what is listed in another.',
	},
	'list-pages': {
		claim: 'Every paged list takes `page_size` 100 and goes on with `page_token` and `has_more`',
		sources: ['documented', 'SDK'],
		usedIn: ['feishu/lists/list.ts#PAGED', 'feishu/lists/searchList.ts#searchList'],
		ifWrong: 'The list shows Feishu’s refusal; By ID works all the same.',
	},
	'list-departments': {
		claim:
			'Departments come with CoreHR IDs where `department_id_type` asks for `people_corehr_department_id`; the default is another kind',
		sources: ['documented'],
		usedIn: ['feishu/lists/departments.ts#COREHR_IDS'],
		ifWrong: 'Create refuses the department that was picked.',
	},
	'list-keyword': {
		claim: '`keyword` of department search finds departments by what somebody types',
		sources: ['SDK'],
		usedIn: ['feishu/lists/departments.ts#DEPARTMENTS', 'feishu/lists/searchList.ts#searchList'],
		ifWrong: 'Pages are read and searched here instead, 1,000 departments at most.',
	},
	'list-staffing': {
		claim:
			'`staffing_model` of a department is `job`, `position` or `non_job`, and tells which of job and position Create wants',
		sources: ['documented', 'concluded'],
		usedIn: [
			'feishu/lists/staffing.ts#checkStaffing',
			'feishu/lists/departments.ts#readStaffingModel',
		],
		ifWrong:
			'The node refuses what Feishu would take (`JOB_OR_POSITION_MISMATCH`), or Feishu refuses it.',
	},
	'list-employees': {
		claim:
			'An employee’s `employment_id_v2` is the CoreHR ID, and empty where Feishu could not convert it; with a search text the order is by relevance and not stable',
		sources: ['documented'],
		usedIn: ['feishu/lists/employees.ts#EMPLOYEES'],
		ifWrong: 'Create refuses the leader or HR that was picked.',
	},
	'list-custom-fields': {
		claim:
			'Custom fields of types 1 to 5, 7 and 8 can be written, those of `pre_hire` as text in the forms that the overview page gives',
		sources: ['documented'],
		usedIn: [
			'feishu/lists/customFields.ts#listCustomFields',
			'actions/fields/customFields.ts#readCustomFields',
		],
		ifWrong: 'Feishu refuses the value, and its words say why.',
	},
} as const satisfies Facts;

export const APP_FACTS = {
	'scopes-list': {
		claim: 'The list of scopes needs no scope, and has `scope_name` and `grant_status`',
		sources: ['documented'],
		usedIn: ['feishu/application/askedScopes.ts#readAskedScopes'],
		ifWrong: 'Check Access says `unknown` where it could say what is missing.',
	},
	'scopes-granted': {
		claim:
			'`grant_status` 1 is granted, everything else is not; a scope that the app never asked for is absent',
		sources: ['documented', 'concluded'],
		usedIn: [
			'feishu/application/askedScopes.ts#readAskedScopes',
			'feishu/application/access.ts#accessTo',
		],
		ifWrong: 'Check Access says allowed where Feishu refuses, or the other way round.',
	},
	'scopes-link': {
		claim: '`/app/<app>/auth?q=<scopes>` opens the page of the app with these scopes ticked',
		sources: ['posted answers'],
		usedIn: ['feishu/answers/missingScopes.ts#applicationLink'],
		ifWrong: '`fix_url` opens the wrong page of the console.',
	},
	'scopes-installed': {
		claim: '212100 on the list of scopes means that the app is not installed in the tenant',
		sources: ['documented'],
		usedIn: ['feishu/application/codes.ts#APPLICATION_CODES'],
		ifWrong: 'Check Access gives a wrong hint.',
	},
	'scopes-needed': {
		claim:
			'Each operation and each list needs the scope that its page names, or any one of several',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/restorePreHire.ts#RESTORE_SCOPE',
			'feishu/preHires/withdrawPreHire.ts#WITHDRAW_SCOPE',
			'feishu/application/access.ts#accessTo',
		],
		ifWrong: 'Check Access names the wrong scope; a refusal of Feishu names the right one.',
	},
	'app-hosts': {
		claim:
			'Feishu is at open.feishu.cn and Lark at open.larksuite.com, and neither knows the other’s apps',
		sources: ['documented'],
		usedIn: ['feishu/caller/baseUrl.ts#resolveBaseUrl', 'actions/app/advice.ts#adviseOnRefusal'],
		ifWrong: 'No token is to be had from that environment.',
	},
	'app-state': {
		claim:
			'99991662 means that the app is disabled, 99991673 that it cannot be used in this tenant: no exchange helps',
		sources: ['posted answers'],
		usedIn: ['feishu/answers/gatewayCodes.ts#GATEWAY_CODES'],
		ifWrong: 'A run ends that a new token would have saved.',
	},
} as const satisfies Facts;
