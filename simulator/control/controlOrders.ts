// Orders that arrive over HTTP as JSON of unknown shape: each checked, then carried out.
import { APIS, type Api } from '../server/api';
import { parseFault } from '../faults/faultFields';
import { fieldOf, isJsonObject, textOf, textsOf } from '../server/fields';
import { RANGED_OBJECTS, type DataRange, type DataRanges } from '../gateway/apps';
import { DEFAULT_ANSWERS, type OpenQuestions } from '../openQuestions';
import { STAGES, STAGE_LABELS, TASK_STATUSES, type PersonSeed } from '../preHires/people';
import { PAGINGS } from '../preHires/searchPages';
import type { FeishuSimulator } from '../feishuSimulator';

/** Carries an order out; throws a sentence that says what is wrong with it. */
type Order = (simulator: FeishuSimulator, body: unknown, homeAppId: string) => void;

/** The orders, by the last part of their path, with an example of each body. */
export const ORDERS: Readonly<Record<string, { example: unknown; carryOut: Order }>> = {
	fault: {
		example: { api: 'restore', fault: { kind: 'cut', applied: true }, times: 1 },
		carryOut: (simulator, body) => {
			const fault = parseFault(fieldOf(body, 'fault'));
			const times = fieldOf(body, 'times') === 'always' ? Infinity : count(body, 'times', 1);
			const preHireId = textOf(body, 'preHireId');
			if (preHireId === undefined) simulator.faultNext(apiIn(body), fault, times);
			else simulator.faultFor(preHireId, fault, times);
		},
	},
	'clear-faults': { example: {}, carryOut: (simulator) => simulator.clearFaults() },
	'revoke-tokens': { example: {}, carryOut: (simulator) => simulator.revokeTokens() },
	'token-lifetime': {
		example: { seconds: 60 },
		carryOut: (simulator, body) => simulator.setTokenLifetime(count(body, 'seconds')),
	},
	'spend-quota': {
		example: { api: 'restore', count: 90 },
		carryOut: (simulator, body) => simulator.spendQuota(apiIn(body), count(body, 'count')),
	},
	'search-lag': {
		example: { ms: 5000 },
		carryOut: (simulator, body) => simulator.setSearchLag(count(body, 'ms')),
	},
	'search-paging': {
		example: { paging: 'offset' },
		carryOut: (simulator, body) => {
			const paging = PAGINGS.find((name) => name === fieldOf(body, 'paging'));
			if (!paging) throw new Error(`paging must be one of ${PAGINGS.join(', ')}`);
			simulator.setSearchPaging(paging);
		},
	},
	stage: {
		example: { preHireId: '7345005664477201407', stage: 'day_one' },
		carryOut: (simulator, body) => {
			const stage = STAGES.find((name) => name === fieldOf(body, 'stage'));
			if (!stage) throw new Error(`stage must be one of ${STAGES.join(', ')}`);
			const tenant = textOf(body, 'tenant');
			simulator.changeStage(text(body, 'preHireId'), stage, tenant === undefined ? {} : { tenant });
		},
	},
	'query-lag': {
		example: { ms: 2000 },
		carryOut: (simulator, body) => simulator.setQueryLag(count(body, 'ms')),
	},
	task: {
		example: { preHireId: '7345005664477201407', taskCode: '1', status: 'completed' },
		carryOut: (simulator, body) => {
			const status = TASK_STATUSES.find((name) => name === fieldOf(body, 'status'));
			if (!status) throw new Error(`status must be one of ${TASK_STATUSES.join(', ')}`);
			simulator.changeTask(text(body, 'preHireId'), text(body, 'taskCode'), { status });
		},
	},
	decide: {
		example: { duplicatesBeforeKey: true },
		carryOut: (simulator, body) => simulator.decide(answersIn(body)),
	},
	people: {
		example: [{ preHireId: '7345005664477900407', preferredName: 'One More' }],
		carryOut: (simulator, body) => simulator.addPeople(peopleIn(body)),
	},
	scopes: {
		example: { scopes: ['corehr:pre_hire:read'] },
		carryOut: (simulator, body, homeAppId) => {
			const scopes: unknown = fieldOf(body, 'scopes');
			if (!Array.isArray(scopes)) throw new Error('scopes must be a list');
			const pending = textsOf(body, 'pending') ?? [];
			simulator.setScopes(textOf(body, 'appId') ?? homeAppId, scopes.map(String), pending);
		},
	},
	'data-range': {
		example: { preHires: 'nobody' },
		carryOut: (simulator, body, homeAppId) =>
			simulator.setRanges(textOf(body, 'appId') ?? homeAppId, rangesIn(body)),
	},
	'ip-allowed': {
		example: { allowed: false },
		carryOut: (simulator, body, homeAppId) =>
			simulator.setIpAllowed(textOf(body, 'appId') ?? homeAppId, fieldOf(body, 'allowed') === true),
	},
	'feishu-people': {
		example: { active: false },
		carryOut: (simulator, body) =>
			simulator.setFeishuPeople(fieldOf(body, 'active') === true, textOf(body, 'tenant')),
	},
	'app-enabled': {
		example: { enabled: false },
		carryOut: (simulator, body, homeAppId) => {
			const appId = textOf(body, 'appId') ?? homeAppId;
			simulator.setAppEnabled(appId, fieldOf(body, 'enabled') === true);
		},
	},
	secret: {
		example: { secret: 'another-placeholder' },
		carryOut: (simulator, body, homeAppId) =>
			simulator.changeSecret(textOf(body, 'appId') ?? homeAppId, text(body, 'secret')),
	},
	'app-ticket': {
		example: { appId: 'cli_simulated_store', ticket: 'another-placeholder' },
		carryOut: (simulator, body) =>
			simulator.setAppTicket(text(body, 'appId'), text(body, 'ticket')),
	},
	callback: {
		example: { url: 'http://127.0.0.1:5678/webhook/feishu-events/webhook' },
		carryOut: ({ events }, body, homeAppId) =>
			void events.register(textOf(body, 'appId') ?? homeAppId, text(body, 'url')),
	},
	event: {
		example: { type: 'corehr.job_data.employed_v1' },
		carryOut: ({ events }, body, homeAppId) => {
			const appId = textOf(body, 'appId') ?? homeAppId;
			const [tenant, event] = [textOf(body, 'tenant'), fieldOf(body, 'event')];
			events.push({
				type: text(body, 'type'),
				appId,
				...(tenant !== undefined && { tenant }),
				...(event !== undefined && { event }),
			});
		},
	},
	reset: { example: {}, carryOut: (simulator) => simulator.reset() },
};

function apiIn(body: unknown): Api {
	const api = APIS.find((name) => name === fieldOf(body, 'api'));
	if (!api) throw new Error(`api must be one of ${APIS.join(', ')}`);
	return api;
}

function count(body: unknown, name: string, byDefault?: number): number {
	const value = fieldOf(body, name) ?? byDefault;
	if (typeof value !== 'number' || !(value >= 0)) throw new Error(`${name} must be a number`);
	return value;
}

function text(body: unknown, name: string): string {
	const value = textOf(body, name);
	if (value === undefined) throw new Error(`${name} must be a text`);
	return value;
}

function answersIn(body: unknown): Partial<OpenQuestions> {
	const answers = Object.entries(isJsonObject(body) ? (body as object) : {});
	for (const [name, value] of answers) {
		const byDefault: unknown = fieldOf(DEFAULT_ANSWERS, name);
		if (byDefault === undefined) {
			throw new Error(`Each answer must be one of ${Object.keys(DEFAULT_ANSWERS).join(', ')}`);
		}
		if (typeof value !== typeof byDefault) {
			throw new Error(`${name} must be a ${typeof byDefault}`);
		}
	}
	return Object.fromEntries(answers) as Partial<OpenQuestions>;
}

function rangesIn(body: unknown): DataRanges {
	const ranges: DataRanges = {};
	for (const object of RANGED_OBJECTS) {
		const range = fieldOf(body, object);
		if (range !== undefined) ranges[object] = rangeFrom(range, object);
	}
	return ranges;
}

function rangeFrom(range: unknown, object: string): DataRange {
	if (range === 'everybody' || range === 'nobody') return range;
	const departments = textsOf(range, 'departments');
	if (!departments) throw new Error(`${object} must be everybody, nobody or {departments: […]}`);
	return { departments };
}

function peopleIn(body: unknown): PersonSeed[] {
	if (!Array.isArray(body)) throw new Error('The body must be a list of people');
	return body.map((seed: unknown) => {
		if (!isPerson(seed)) {
			throw new Error(
				'Each person needs a preHireId, a preferredName and a known onboardingStatus',
			);
		}
		return seed;
	});
}

function isPerson(seed: unknown): seed is PersonSeed {
	const stage = fieldOf(seed, 'onboardingStatus');
	return (
		isJsonObject(seed) &&
		textOf(seed, 'preHireId') !== undefined &&
		textOf(seed, 'preferredName') !== undefined &&
		(stage === undefined || (typeof stage === 'string' && Object.hasOwn(STAGE_LABELS, stage)))
	);
}
