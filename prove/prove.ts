// Runs checks one after the other, each within its bounds.
/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program of its own, never runs inside n8n */
import type { Check, Finding } from './check';
import type { Tenant } from './tenant';

/** `tell` gets one line for each check before it starts: what it does and what it costs at most. */
export async function prove(
	tenant: Tenant,
	checks: readonly Check[],
	tell: (line: string) => void,
): Promise<Finding[]> {
	const findings: Finding[] = [];
	for (const check of checks) {
		tell(describe(check));
		tenant.observer.allow(check.maxCalls);
		findings.push(...(await within(check, await tenant.anew())));
		await tenant.observer.end();
	}
	return findings;
}

function describe({ title, maxCalls, maxSeconds, writes }: Check): string {
	if (maxCalls === 0) return `${title}: sends nothing`;
	const effect = writes === true ? 'CHANGES this person' : 'reads only';
	return `${title}: at most ${maxCalls} ${maxCalls === 1 ? 'call' : 'calls'}, ${maxSeconds} s, ${effect}`;
}

const LOOK = 'open the person in Feishu People, and restore them there if they are withdrawn';

/** Of a check that fails or takes too long nothing is known; what it has under way reaches Feishu no more. */
async function within(check: Check, tenant: Tenant): Promise<Finding[]> {
	const unseen = (evidence: string): Finding[] =>
		check.facts.map((fact) => ({
			fact,
			verdict: 'not seen',
			evidence: check.writes === true ? `${evidence}: ${LOOK}` : evidence,
		}));
	let timer: NodeJS.Timeout | undefined;
	const tooLate = new Promise<Finding[]>((resolve) => {
		const giveUp = () => resolve(unseen(`given up after ${check.maxSeconds} s`));
		timer = setTimeout(giveUp, check.maxSeconds * 1_000);
	});
	try {
		return await Promise.race([check.run(tenant), tooLate]);
	} catch (error) {
		return unseen(`the check failed (${error instanceof Error ? error.name : 'no error'})`);
	} finally {
		clearTimeout(timer);
	}
}
