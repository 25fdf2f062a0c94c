// Facts about limits, and about answers that are the same for all calls.
import type { Facts } from './fact';

export const LIMIT_FACTS = {
	'limit-search': {
		claim: 'Search takes 100 calls a minute and refuses the next with 99991400 or 1161604',
		sources: ['documented'],
		usedIn: ['feishu/quota/window.ts#HUNDRED_A_MINUTE', 'feishu/call/attempt.ts#laneOf'],
		ifWrong:
			'A lower limit is met as refusals, which the node waits out. A higher one is not used.',
	},
	'limit-changes': {
		claim: 'Restore and Withdraw take 100 calls a minute, each for itself',
		sources: ['documented'],
		usedIn: ['feishu/quota/window.ts#HUNDRED_A_MINUTE'],
		ifWrong:
			'A lower limit is met as refusals, which the node waits out. A higher one is not used.',
	},
	'limit-thousand': {
		claim:
			'Create, Update, Complete Onboarding and the tasks take 1,000 calls a minute and 50 a second; the fuller window refuses',
		sources: ['documented'],
		usedIn: ['feishu/quota/window.ts#THOUSAND_A_MINUTE'],
		ifWrong:
			'A lower limit is met as refusals, which the node waits out. A higher one is not used.',
	},
	'limit-lists': {
		claim:
			'Departments, employees, locations and flows take 100 calls a minute, positions 5 a second, the other lists 1,000 a minute and 50 a second',
		sources: ['documented'],
		usedIn: ['feishu/lists/departments.ts#DEPARTMENTS', 'feishu/lists/jobs.ts#positionsOf'],
		ifWrong:
			'A lower limit is met as refusals, which the node waits out. A higher one is not used.',
	},
	'limit-scope': {
		claim: 'A limit counts for one API, one app and one tenant',
		sources: ['documented'],
		usedIn: ['feishu/call/attempt.ts#laneOf', 'feishu/caller/caller.ts#tenantOf'],
		ifWrong: 'Where more is counted together, refusals come sooner, and the node waits them out.',
	},
	'limit-code': {
		claim:
			'The gateway refuses with 99991400 and HTTP 429 (400 on older calls), Feishu People with 1161604 and HTTP 429',
		sources: ['documented'],
		usedIn: ['feishu/answers/gatewayCodes.ts#GATEWAY_CODES', 'feishu/answers/judge.ts#judge'],
		ifWrong:
			'HTTP 429 is understood with any code. Another code without it is a failure of the item.',
	},
	'limit-sliding': {
		claim: 'The window of a limit slides: a place is free again a minute after its own call',
		sources: ['not documented'],
		usedIn: ['feishu/quota/window.ts#PlaceCount'],
		ifWrong:
			'Nothing breaks: sliding is the stricter reading. With fixed windows a run of a few hundred people could end up to a minute sooner.',
	},
	'limit-refused': {
		claim: 'A refused call takes no place in the window',
		sources: ['not documented'],
		usedIn: ['feishu/quota/share.ts#Share'],
		ifWrong:
			'Runs of several processes that share a limit take longer: in a simulation 1.1 times as long.',
	},
	'limit-reset': {
		claim: 'A refusal says in `x-ogw-ratelimit-reset` in how many seconds to come again',
		sources: ['documented'],
		usedIn: ['feishu/http/reply.ts#readReply', 'feishu/quota/lane.ts#Lane'],
		ifWrong: 'The lane rests 5 seconds after a refusal instead, or as long as `retry-after` says.',
	},
	'limit-normal': {
		claim: 'Only refusals have `x-ogw-ratelimit` headers, all other answers have none',
		sources: ['concluded'],
		usedIn: ['feishu/call/attempt.ts#attempt'],
		ifWrong:
			'Nothing breaks. The node could then learn from every answer what other programs leave of a limit, and not from refusals only.',
	},
	'limit-month': {
		claim: '99991403 means that the month’s calls of the tenant are used up: waiting does not help',
		sources: ['documented'],
		usedIn: ['feishu/answers/gatewayCodes.ts#GATEWAY_CODES'],
		ifWrong: 'Items fail that a later try would have got through.',
	},
} as const satisfies Facts;

export const ANSWER_FACTS = {
	'answer-code': {
		claim: 'A code says what happened, and its meaning belongs to its call; `msg` is for people',
		sources: ['documented'],
		usedIn: ['feishu/answers/judge.ts#judge', 'feishu/preHires/codes/restore.ts#RESTORE_CODES'],
		ifWrong: 'Category and hint of that code are wrong; Feishu’s own words stand in the item.',
	},
	'answer-gateway': {
		claim: 'Codes 9999xxxx come from the gateway, before anything is done',
		sources: ['SDK', 'posted answers'],
		usedIn: ['feishu/answers/gatewayCodes.ts#GATEWAY_CODES'],
		ifWrong:
			'A change is sent a second time although it was done, and Feishu refuses it for the person’s stage.',
	},
	'answer-internal': {
		claim:
			'1500, 1663, 2200 and 300000 are passing internal errors, under any HTTP status, sometimes although the work was done',
		sources: ['posted answers'],
		usedIn: ['feishu/answers/internalErrors.ts#INTERNAL_ERROR_CODES'],
		ifWrong: 'An item is tried again in vain before it fails.',
	},
	'answer-foreign': {
		claim:
			'An answer without Feishu’s JSON comes from a gateway or a proxy, and does not tell whether a change was done',
		sources: ['posted answers'],
		usedIn: ['feishu/answers/judge.ts#judge', 'feishu/http/reply.ts#readReply'],
		ifWrong: 'The node asks search although it could have known.',
	},
	'log-id': {
		claim: 'Answers carry a log ID in `X-Tt-Logid` or `X-Request-Id`',
		sources: ['SDK', 'posted answers'],
		usedIn: ['feishu/http/reply.ts#readReply'],
		ifWrong: 'Items have no `log_id`, which Feishu support asks for, except from error bodies.',
	},
	'answer-scopes': {
		claim:
			'99991672 names the scopes in `permission_violations` or in brackets in `msg`, and links to the page that applies for them',
		sources: ['documented', 'posted answers'],
		usedIn: ['feishu/answers/missingScopes.ts#readMissingScopes'],
		ifWrong: '`missing_scopes` and `fix_url` are left out; Feishu’s words stay.',
	},
	'answer-fields': {
		claim: '99992402 names the fields that Feishu does not accept in `field_violations`',
		sources: ['documented'],
		usedIn: ['feishu/answers/fieldViolations.ts#readFieldViolations'],
		ifWrong: 'The message does not name the field; Feishu’s words stay.',
	},
	'answer-address': {
		claim: '99991401 (address not on the allow list) stops business calls, not the exchange',
		sources: ['posted answers'],
		usedIn: [
			'feishu/application/findings.ts#findOut',
			'feishu/answers/gatewayCodes.ts#GATEWAY_CODES',
		],
		ifWrong: 'Check Access puts the refusal under `token` with a less exact hint.',
	},
} as const satisfies Facts;
