// One person, withdrawn and restored: what the calls answer, and how late search shows it.
import { finding, type Check, type Finding } from '../check';
import type { FactId } from '../facts';
import { MEASURED } from '../facts/measured';
import { answersTo, codeOf, type Run, type Tenant } from '../tenant';
import { peopleIn } from './search';

const ACTIVE = ['preboarding', 'day_one'];

/** Searches for one change at most: twice as long as search may lag. */
const POLLS = 20;

export function roundTrip(preHireId: string): Check {
	return {
		title: 'Withdraw the person you named, restore them, and try to restore them once more',
		// Each search may be repeated once, and the way back must never lack a call.
		maxCalls: 4 * POLLS + 20,
		maxSeconds: 300,
		writes: true,
		facts: MEASURED.roundTrip,
		run: async (tenant) => await travel(tenant, preHireId),
	};
}

async function travel(tenant: Tenant, preHireId: string): Promise<Finding[]> {
	const stage = await stageOf(tenant, preHireId);
	if (stage === undefined || !ACTIVE.includes(stage)) {
		return MEASURED.roundTrip.map((fact) =>
			finding(
				fact,
				undefined,
				'nothing was changed: the person is not in preboarding or on day one',
			),
		);
	}
	const withdraw = await change(tenant, preHireId, {
		operation: 'withdraw',
		withdrawReason: 'Proof of n8n-nodes-feishu-corehr: restored in a moment',
	});
	const out = await lagUntil(tenant, preHireId, (now) => now === 'withdrawn');
	const restore = await change(tenant, preHireId, RESTORE);
	const back = await lagUntil(tenant, preHireId, (now) => ACTIVE.includes(now ?? ''));
	const again = await change(tenant, preHireId, RESTORE);
	const lags = [out, back].filter((lag) => lag !== undefined);
	const limit = tenant.scale.lagMs;
	return [
		success('withdraw-success', 'corehr/v2/pre_hires/withdraw_onboarding', withdraw),
		success('restore-success', 'corehr/v2/pre_hires/restore_flow_instance', restore),
		refusal(again),
		finding(
			'search-lag',
			lags.length === 2 && lags.every((lag) => lag <= limit),
			`withdrawn seen after ${out ?? 'more than the wait'} ms, back after ${back ?? 'more than the wait'} ms`,
		),
	];
}

const RESTORE = { operation: 'restore', confirmWorkforce: false };

async function change(tenant: Tenant, preHireId: string, parameters: object): Promise<Run> {
	return await tenant.run({
		...parameters,
		preHireId: { __rl: true, mode: 'id', value: preHireId } as never,
		options: { maxRetries: 0 },
	});
}

function success(fact: FactId, path: string, run: Run): Finding {
	const answer = answersTo(path, run)[0];
	const data = answer?.body?.data as { success?: unknown } | undefined;
	return finding(
		fact,
		answer && codeOf(answer) === '0' && data?.success === true,
		`code ${codeOf(answer)}, success ${data?.success === true ? 'true' : 'not true'}`,
	);
}

function refusal(run: Run): Finding {
	const answer = answersTo('corehr/v2/pre_hires/restore_flow_instance', run)[0];
	const hasStage = /["“「『].+["”」』]/.test(String(answer?.body?.msg));
	return finding(
		'restore-twice',
		answer && codeOf(answer) === '1161129' && hasStage,
		`code ${codeOf(answer)}, ${hasStage ? 'a' : 'no'} stage in quotes`,
	);
}

async function stageOf(tenant: Tenant, preHireId: string): Promise<string | undefined> {
	const run = await tenant.run({
		operation: 'getMany',
		returnAll: false,
		limit: 1,
		filters: { onboardingStatus: 'any', preHireIds: preHireId },
		simplify: true,
		options: { maxRetries: 1 },
	});
	const status = peopleIn(run)[0]?.onboarding_status;
	return typeof status === 'string' ? status : undefined;
}

/** Milliseconds until search shows it; undefined where it did not within the polls. */
async function lagUntil(
	tenant: Tenant,
	preHireId: string,
	isShown: (stage: string | undefined) => boolean,
): Promise<number | undefined> {
	const from = Date.now();
	for (let poll = 0; poll < POLLS; poll += 1) {
		if (isShown(await stageOf(tenant, preHireId))) return Date.now() - from;
		await tenant.scale.pause(tenant.scale.pollMs);
	}
	return undefined;
}
