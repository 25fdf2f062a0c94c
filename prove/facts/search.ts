// Facts about search.
import type { Facts } from './fact';

const SEARCH = 'feishu/preHires/searchPreHires.ts#searchPreHires';

export const SEARCH_FACTS = {
	'search-ids': {
		claim: 'A `pre_hire_id` is a text of digits',
		sources: ['documented'],
		usedIn: ['actions/fields/feishuId.ts#whyNoFeishuId', SEARCH],
		ifWrong: 'By ID refuses IDs that Feishu would take.',
	},
	'search-pages': {
		claim: 'A page says `has_more`, holds 100 people at most, and the next one brings others',
		sources: ['documented'],
		usedIn: [SEARCH, 'feishu/preHires/findPreHires.ts#findPreHires'],
		ifWrong:
			'People twice are left out; pages that bring nobody new end as `PAGE_TOKEN_REPEATED`, never as a list that looks whole.',
	},
	'search-order': {
		claim: 'The same search has the same order a moment later',
		sources: ['not documented'],
		usedIn: [
			'feishu/preHires/findPreHires.ts#PageProgress',
			'feishu/preHires/atsApplications.ts#findByAtsApplication',
		],
		ifWrong:
			'Somebody can be missed between two pages of one read. By ATS Application ID reads twice before it says that nobody is there; Get Many reads once.',
	},
	'search-statuses': {
		claim: '`onboarding_status` is `preboarding`, `deleted`, `day_one`, `withdrawn` or `completed`',
		sources: ['documented'],
		usedIn: ['feishu/preHires/searchPreHires.ts#OnboardingStatus'],
		ifWrong: 'A person in another status counts as in the wrong stage.',
	},
	'search-status': {
		claim: 'A search for one status shows nobody in another',
		sources: ['documented'],
		usedIn: ['actions/fields/filters.ts#readFilters', 'methods/listSearch.ts#searchPreHires'],
		ifWrong: 'Get Many returns people whom the filter should have kept out.',
	},
	'search-by-id': {
		claim: 'A search by `pre_hire_ids` (100 at most) shows exactly these people',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/stageLookup.ts#lookUpStage',
			'feishu/preHires/getPreHire.ts#getPreHire',
		],
		ifWrong: 'A lost answer ends as `unknown_outcome`: search does not show the person.',
	},
	'search-department': {
		claim:
			'A search by department takes the `department_id` that search returns, with `department_id_type` `people_corehr_department_id`',
		sources: ['documented', 'concluded'],
		usedIn: [SEARCH],
		ifWrong: 'The filter Department IDs finds nobody, or is refused.',
	},
	'search-absent': {
		claim: 'A search for an ID that nobody has is code 0 and shows nobody',
		sources: ['concluded'],
		usedIn: ['feishu/preHires/getPreHire.ts#failNotFound'],
		ifWrong: 'Get fails with Feishu’s code instead of `not_found`.',
	},
	'search-silent': {
		claim: 'A field without its scope is left out silently',
		sources: ['documented'],
		usedIn: [
			'actions/fields/personFields.ts#readPersonFields',
			'feishu/preHires/simplePreHire.ts#simplifier',
		],
		ifWrong: 'A search with such a field fails, and the item names the scope.',
	},
	'search-fields': {
		claim:
			'Search returns what `fields` names; preferred name, stage, date, department, work email, worker ID, ATS application ID and the task list need no scope of their own',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/simplePreHire.ts#SIMPLE_FIELD_PATHS',
			'feishu/preHires/onboardingTasks.ts#TASKS_FIELD',
		],
		ifWrong: 'Those fields are missing in the items, and tasks cannot be listed.',
	},
	'search-filters': {
		claim: 'A filter takes 100 values at most, and dates in pairs as YYYY-MM-DD',
		sources: ['documented'],
		usedIn: ['actions/fields/filters.ts#readFilters'],
		ifWrong: 'Feishu refuses the search (1160102), or the node refuses what Feishu would take.',
	},
	'search-scopes': {
		claim:
			'Any one of `corehr:pre_hire.search:read`, `corehr:pre_hire:read` and `corehr:pre_hire:write` opens search',
		sources: ['documented'],
		usedIn: ['feishu/preHires/searchPreHires.ts#SEARCH_SCOPES'],
		ifWrong: 'Check Access says allowed where Feishu refuses, or the other way round.',
	},
	'search-lag': {
		claim: 'Search shows a change within 5 seconds',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/stageLookup.ts#lookUpStage',
			'feishu/preHires/stages.ts#stagesAsStates',
		],
		ifWrong:
			'After a lost answer the stage from before is believed: somebody who was restored is reported as not restored, with a hint that it may still come.',
	},
	'search-lag-both': {
		claim:
			'Until then it may show any earlier stage, so that neither the old stage nor the wanted one proves anything',
		sources: ['concluded'],
		usedIn: ['feishu/preHires/stageLookup.ts#lookUpStage', 'feishu/call/call.ts#Doubt'],
		ifWrong: 'Nothing: the node waits 5 seconds that it need not wait.',
	},
	'search-language': {
		claim: 'Names of people and of their tasks are the same whatever language is asked for',
		sources: ['not documented'],
		usedIn: [
			'feishu/preHires/simplePreHire.ts#simplifier',
			'feishu/preHires/onboardingTasks.ts#readTasks',
		],
		ifWrong:
			'The node asks for no language and gets Feishu’s default. Workflows that compare names get other ones where that default changes.',
	},
	'search-ats': {
		claim:
			'Search returns `ats_application_id` and has no filter for it; `out_biz_id` it neither returns nor finds',
		sources: ['documented'],
		usedIn: [
			'feishu/preHires/atsApplications.ts#findByAtsApplication',
			'actions/fields/preHire.ts#preHireField',
		],
		ifWrong: 'By ATS Application ID could be one call instead of a pass over a stage.',
	},
	'search-range': {
		claim:
			'Search shows people in the app’s data range only; to an app with an empty range it shows nobody, or it is 1160103',
		sources: ['documented', 'concluded'],
		usedIn: [
			'actions/app/advice.ts#adviseOnAnswers',
			'feishu/preHires/codes/search.ts#SEARCH_CODES',
		],
		ifWrong: 'Check Access says less than it could: `pre_hires_visible` is `unknown`.',
	},
	'search-keyword': {
		claim: '`key_word` is part of the preferred name, or a whole worker ID',
		sources: ['documented'],
		usedIn: ['actions/fields/filters.ts#readFilters', 'methods/listSearch.ts#searchPreHires'],
		ifWrong: 'From List finds more or fewer people than was typed.',
	},
} as const satisfies Facts;
