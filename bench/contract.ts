// What a contender is given, what it hands back, and who there is.

/** One run: restore these people, as this app, at this Feishu. */
export interface Task {
	url: string;
	appId: string;
	appSecret: string;
	/** Pre-hire IDs, one for each item. */
	people: string[];
	/** What the contender is told about Feishu's limit; `none` where the simulator sets none. */
	quota: 'none' | '100 per minute';
}

/** What a builder reads in the output about one person: restored, Feishu's code, or nothing definite. */
export type Said = 'restored' | 'nothing' | number;

/** Restores everybody and tells what its output says, in the order of the people. */
export type Contender = (task: Task) => Promise<Said[]>;

/** What the worker process measured around one run. */
export interface Measured {
	said: Said[];
	/** Wall clock. */
	ms: number;
	/** User and system time of the contender's process; the simulator runs in another one. */
	cpuMs: number;
	/** Only where asked for. */
	memory?: MemoryPeak;
}

/** Bytes of the JavaScript heap that are in use after a forced collection. */
export interface MemoryPeak {
	before: number;
	peak: number;
	/** What the input and output items take by themselves. */
	items: number;
	/** The most the process ever had in memory, garbage included. */
	maxRss: number;
}

export const CONTENDERS = {
	ours: 'Feishu CoreHR node (this package)',
	helper: 'n8n’s request helper, once per item, nothing else',
	helperExpression: 'n8n’s request helper, the ID read from a field with an expression',
	httpNode: 'HTTP Request node, plain',
	httpNodeMinute: 'HTTP Request node, batches of 100 every 60 s',
	httpNodeSpaced: 'HTTP Request node, 1 every 600 ms',
	sdkSequential: 'Official SDK in a loop, one after the other',
	sdkFive: 'Official SDK in a loop, 5 in parallel',
	floor: 'undici with keep-alive, 5 in parallel, no logic',
} as const;

export type ContenderName = keyof typeof CONTENDERS;

export const RESTORE_PATH = '/open-apis/corehr/v2/pre_hires/restore_flow_instance';

export const EXCHANGE_PATH = '/open-apis/auth/v3/tenant_access_token/internal';

/** The ID of the nth person. */
export function personId(index: number): string {
	return `75${String(index).padStart(16, '0')}`;
}
