// What a check is, and what it finds out.
import type { Tenant } from './tenant';

export type Verdict = 'holds' | 'differs' | 'not seen';

/** One assumption of the docs, held against a tenant. */
export interface Finding {
	/** The assumption, as a sentence that is true or not. */
	claim: string;
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
	claims: readonly string[];
	/** Findings by claim. */
	run(tenant: Tenant): Promise<Finding[]>;
}

/** Undefined in `holds` = the tenant did not show it. */
export function finding(claim: string, holds: boolean | undefined, evidence: string): Finding {
	return {
		claim,
		verdict: holds === undefined ? 'not seen' : holds ? 'holds' : 'differs',
		evidence,
	};
}
