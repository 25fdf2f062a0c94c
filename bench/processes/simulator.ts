// A simulated Feishu as the measures hold it: set up anew for every run, and what became of it.
import type { Api, Fault, PersonRecord, PersonSeed, QuotaOptions } from '../../simulator';
import { Child } from './child';

export type Faults = Array<[key: string, fault: Fault]>;

export interface Setup {
	people?: PersonSeed[];
	latencyMs?: number;
	/** Absent: the limits that Feishu's pages name. */
	quota?: QuotaOptions;
	/** What goes wrong with the first call about a person, by pre-hire ID or external ID. */
	faults?: Faults;
	/** With the call of this number to restore or create, all tokens so far are revoked. */
	revokeAt?: number;
	/** Another program with the same app sends a restore so often. */
	foreignEveryMs?: number;
}

/** Lets every call through. */
export const NO_LIMIT: QuotaOptions = { limit: Number.MAX_SAFE_INTEGER, windowMs: 1 };

export interface Report {
	people: PersonRecord[];
	/** How many calls to each API there were. */
	calls: Partial<Record<Api, number>>;
	/** How many Feishu refused as too many. */
	refused: number;
}

export class Simulator extends Child<Setup | 'report', string | Report> {
	constructor() {
		super('simulatorProcess.ts');
	}

	/** Starts afresh and tells the new address. */
	async open(setup: Setup): Promise<string> {
		return (await this.ask(setup)) as string;
	}

	async report(): Promise<Report> {
		return (await this.ask('report')) as Report;
	}
}
