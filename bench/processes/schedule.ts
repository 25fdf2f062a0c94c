// What one of several processes is to do, known on both sides of the process border. All times are scaled.

export interface Schedule {
	url: string;
	appId: string;
	appSecret: string;
	runs: ScheduledRun[];
}

/** One execution of the node. */
export interface ScheduledRun {
	/** Pre-hire IDs. */
	people: string[];
	startsAtMs: number;
	requestsPerMinute: number;
}

export interface ScheduledResult {
	/** From the start of the execution to its end. */
	ms: number;
	endedAtMs: number;
	lost: number;
}
