/** Runs checks of `npm run prove` against a simulator, through a relay that may change what it answers. */
import type { Check, Finding } from '../../prove/check';
import type { FactId } from '../../prove/facts';
import { prove } from '../../prove/prove';
import { FULL_SCALE, Tenant, type Scale } from '../../prove/tenant';
import { CUSTOM_APP } from '../../simulator';
import { sources } from './feishu';
import { startRelay, type Passing } from './tamper';

export interface Proof {
	findings: Finding[];
	/** What the tester was told. */
	lines: string[];
	secrets: string[];
}

export interface ProofOptions {
	/** Of the simulator. */
	url: string;
	change?: ((passing: Passing) => void) | undefined;
	scale?: Partial<Scale>;
}

/** Short waits for search. */
const SMALL_SCALE: Scale = { ...FULL_SCALE, pollMs: 10, lagMs: 2_000 };

export async function proofOf(
	checks: readonly Check[],
	{ url, change = () => undefined, scale }: ProofOptions,
): Promise<Proof> {
	const relay = await startRelay(url, change);
	const { appId, appSecret } = CUSTOM_APP;
	const access = { baseUrl: relay.url, appId, appSecret };
	const tenant = await Tenant.open(sources, access, { ...SMALL_SCALE, ...scale });
	const lines: string[] = [];
	try {
		const findings = await prove(tenant, checks, (line) => lines.push(line));
		return { findings, lines, secrets: tenant.secrets() };
	} finally {
		await tenant.observer.end();
		await relay.stop();
	}
}

export function verdictOn(fact: FactId, { findings }: Proof): string | undefined {
	return findings.find((found) => found.fact === fact)?.verdict;
}
