/** Feishus that differ from what the facts say, each in one point. */
import type { Check } from '../../prove/check';
import { headers } from '../../prove/checks/headers';
import { languages } from '../../prove/checks/languages';
import { roundTrip } from '../../prove/checks/restore';
import { filters, pages } from '../../prove/checks/search';
import { tokens, wrongSecret } from '../../prove/checks/token';
import type { FactId } from '../../prove/facts';
import { DEPARTMENTS, EXCHANGE, FLOWS, SCOPES, SEARCH } from '../../prove/tenant';
import type { Passing } from './tamper';

/** The fact that is not so, the checks that have to find it out, and how the answers change. */
export type Difference = [FactId, readonly Check[], (passing: Passing) => void];

const onExchange = (change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === EXCHANGE) change(passing);
};

const onSearch = (change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === SEARCH && passing.body.code === 0) change(passing);
};

const inEnglish = (path: string, change: (passing: Passing) => void) => (passing: Passing) => {
	if (passing.path === path && passing.language === 'en-US') change(passing);
};

const refuse = (passing: Passing, code: number, status = 400) => {
	passing.body = { code, msg: 'changed by the test' };
	passing.status = status;
};

/** `preHireId` names somebody who can be withdrawn and restored. */
export function differencesFor(preHireId: string): Difference[] {
	return [...READING, ...changing(roundTrip(preHireId))];
}

const READING: Difference[] = [
	[
		'token-exchange',
		[tokens],
		onExchange((passing) => {
			passing.body = { code: 0, msg: 'ok', data: passing.body };
		}),
	],
	['token-life', [tokens], onExchange(({ body }) => (body.expire = 90_000))],
	[
		'token-same',
		[tokens],
		onExchange(({ body, nth }) => {
			if (nth === 2) body.tenant_access_token = 'another-token-than-the-first';
		}),
	],
	['scopes-list', [tokens], (passing) => passing.path === SCOPES && refuse(passing, 99991672)],
	[
		'log-id',
		[tokens],
		(passing) => {
			passing.headers.delete('x-tt-logid');
			passing.headers.delete('x-request-id');
		},
	],
	['secret-status', [wrongSecret], onExchange((passing) => (passing.status = 401))],
	['secret-code', [wrongSecret], onExchange(({ body }) => (body.code = 10099))],
	['search-ids', [pages], onSearch(({ body }) => (body.data.items[0].pre_hire_id = 'ph-1'))],
	['search-pages', [pages], onSearch(({ body }) => delete body.data.has_more)],
	['search-order', [pages], onSearch(({ body, nth }) => nth > 2 && body.data.items.reverse())],
	[
		'search-statuses',
		[pages],
		onSearch(({ body }) => (body.data.items[0].onboarding_info.onboarding_status = 'paused')),
	],
	[
		'search-status',
		[filters],
		onSearch(({ asked, body }) => {
			if (asked.onboarding_status) {
				body.data.items[0].onboarding_info.onboarding_status = 'deleted';
			}
		}),
	],
	[
		'search-by-id',
		[filters],
		onSearch(({ asked, body }) => asked.pre_hire_ids && (body.data.items = [])),
	],
	[
		'search-department',
		[filters],
		onSearch(({ asked, body }) => asked.department_ids && (body.data.items = [])),
	],
	[
		'search-absent',
		[filters],
		onSearch((passing) => {
			if (String(passing.asked.pre_hire_ids) === '1') refuse(passing, 1160102);
		}),
	],
	[
		'search-silent',
		[filters],
		onSearch((passing) => {
			if (String(passing.asked.fields).includes('legal_name')) refuse(passing, 99991672);
		}),
	],
	[
		'search-language',
		[languages],
		inEnglish(SEARCH, ({ body }) => (body.data.items[0].person_info.preferred_name = 'Invented')),
	],
	[
		'list-language',
		[languages],
		inEnglish(DEPARTMENTS, ({ body }) => {
			body.data.items[0].department_name = [{ lang: 'en-US', value: 'Invented' }];
		}),
	],
	[
		'list-language',
		[languages],
		inEnglish(FLOWS, ({ body }) => (body.data.flow_list[0].name = { en_us: 'Invented' })),
	],
	[
		'list-names',
		[languages],
		({ path, body }) => path === DEPARTMENTS && (body.data.items[0].department_name = 'Invented'),
	],
	[
		'list-names',
		[languages],
		({ path, body }) => path === FLOWS && (body.data.flow_list[0].name = { ja_jp: 'Invented' }),
	],
	[
		'limit-normal',
		[pages, headers],
		onSearch((passing) => passing.headers.set('x-ogw-ratelimit-limit', '100')),
	],
	[
		'limit-reset',
		[pages, headers],
		(passing) => passing.path === SEARCH && passing.nth === 1 && refuse(passing, 99991400, 429),
	],
];

function changing(trip: Check): Difference[] {
	return [
		...(['withdraw', 'restore'] as const).map(
			(operation): Difference => [
				`${operation}-success`,
				[trip],
				({ path, body, nth }) => {
					if (path.includes(`/pre_hires/${operation}_`) && nth === 1) body.data.success = false;
				},
			],
		),
		[
			'restore-twice',
			[trip],
			(passing) => {
				if (passing.body.code === 1161129) refuse(passing, 1161108);
			},
		],
	];
}
