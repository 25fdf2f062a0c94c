// Everything that one run of the bench has found.
import type { CostResult } from './measures/cost';
import type { GrowthResult } from './measures/growth';
import type { LoadRow } from './measures/load';
import type { MinutesResult } from './measures/minutes';
import type { ProcessesResult } from './measures/processes';
import type { QuotaResult } from './measures/quota';
import type { Machine } from './machine';
import type { Plan } from './plan';

export interface Results {
	plan: Plan;
	machine: Machine;
	/** False where no n8n is installed to take the HTTP Request node from. */
	hasHttpNode: boolean;
	quota: QuotaResult;
	minutes: MinutesResult;
	cost: CostResult;
	latency: CostResult;
	growth: GrowthResult;
	load: LoadRow[];
	/** Undefined in figures from before this measure. */
	processes?: ProcessesResult;
	/** What the npm registry said of each other package: its newest version, or an error code. */
	registry: Record<string, string>;
}
