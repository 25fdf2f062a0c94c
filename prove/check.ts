// What a check is, and what it finds out.
import type { FactId } from './facts';
import type { Tenant } from './tenant';

export type Verdict = 'holds' | 'differs' | 'not seen';

/** One fact, held against a tenant. */
export interface Finding {
	fact: FactId;
	verdict: Verdict;
	/** Numbers, codes and names of fields: never what a person, an app or a token is called. */
	evidence: string;
}

export interface Check {
	title: string;
	/** What it costs at most; the observer lets no more calls through. */
	maxCalls: number;
	/** After this it is given up. */
	maxSeconds: number;
	/** True where it changes a person in Feishu People. */
	writes?: true;
	/** Everything that the check decides; what it could not see stays `not seen`. */
	facts: readonly FactId[];
	/** Findings by fact. */
	run(tenant: Tenant): Promise<Finding[]>;
}

/** Undefined in `holds` = the tenant did not show it. */
export function finding(fact: FactId, holds: boolean | undefined, evidence: string): Finding {
	return {
		fact,
		verdict: holds === undefined ? 'not seen' : holds ? 'holds' : 'differs',
		evidence,
	};
}
