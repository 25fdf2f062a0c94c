// What the simulator of the bench is started with, known on both sides of the process border.

import type { QuotaOptions } from '../../simulator';

export interface SimulatorSettings {
	quota: 'none' | '100 per minute' | QuotaOptions;
	/** Every business call takes this long. */
	latencyMs: number;
}

/** What the control endpoints do not offer. */
export interface Order {
	/** With this restore call of the run, all tokens issued so far are revoked. */
	revokeAt: number;
}

/** How many apps are registered: no bench has more runs than that. */
export const APPS = 1_000;

/** A placeholder: the simulator is the only one that knows it. */
export const APP_SECRET = 'placeholder-secret-of-the-bench';

export function appIdOf(index: number): string {
	return `cli_bench_${index}`;
}
