/** Everything one run of the bench has found. */
import type { AnswersRow } from './measures/answers';
import type { GrowthRow } from './measures/growth';
import type { LoadRow } from './measures/load';
import type { MinutesRow } from './measures/minutes';
import type { SpeedRow } from './measures/speed';

export interface Results {
	date: string;
	machine: string;
	/** Load averages of the machine at the start and the end: what else was going on. */
	loadAverage: { start: number; end: number };
	versions: Record<string, string>;
	runs: number;
	answers: AnswersRow[];
	/** Undefined in a quick run. */
	minutes?: MinutesRow[];
	speed: { people: number; rows: SpeedRow[] };
	latency: { people: number; latencyMs: number; rows: SpeedRow[] };
	growth: GrowthRow[];
	load: LoadRow;
}

/** How readers know the contenders. */
export const NAMES: Readonly<Record<string, string>> = {
	ours: 'This node',
	httpRequestPlain: 'HTTP Request node, plain',
	httpRequestBatched: 'HTTP Request node, one call every 600 ms',
	sdkOneByOne: 'Official SDK, one by one',
	sdkFiveAtOnce: 'Official SDK, five at once',
	helperNode: 'n8n’s helper alone',
	floor: 'undici alone (floor)',
};
