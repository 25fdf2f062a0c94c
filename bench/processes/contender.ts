// A contender in a process of its own: what it is given, and what is measured around it.
import type { IDataObject } from 'n8n-workflow';

import type { PersonSeed } from '../../simulator';
import { Child } from './child';

export const CONTENDERS = {
	ours: 'This node',
	helper: 'n8n’s request helper and nothing else',
	floor: 'undici outside n8n, no logic',
} as const;

export type ContenderName = keyof typeof CONTENDERS;

export interface Task {
	operation: 'restore' | 'create';
	/** Feishu's address. */
	url: string;
	/** What the node before hands over: `{id}` of a pre-hire, or a candidate. */
	items: IDataObject[];
	/** The node's options. */
	options: IDataObject;
}

/** What the output says about one item: the pre-hire for whom it is done, or Feishu's code. Neither: nothing definite. */
export interface Said {
	done?: string;
	code?: number;
}

export interface Ran {
	/** In the order of the items. */
	said: Said[];
	/** Wall clock. */
	ms: number;
	/** User and system time of the contender's process. */
	cpuMs: number;
	/** Heap in use at the peak, over what was in use before; of use only with `--expose-gc`. */
	peakBytes: number;
}

/** Options that ask for no limit. */
export const FULL_SPEED: IDataObject = { requestsPerMinute: 10_000 };

export class Contender extends Child<Task, Ran> {
	/** `scale` divides all waits of the client. */
	constructor(name: ContenderName, scale = 1, nodeOptions: string[] = []) {
		super('contenderProcess.ts', [name, String(scale)], nodeOptions);
	}

	async restore(url: string, people: PersonSeed[], options: IDataObject = {}): Promise<Ran> {
		const items = people.map(({ preHireId }) => ({ id: preHireId }));
		return await this.ask({ operation: 'restore', url, items, options });
	}
}

export function lostIn({ said }: Ran): number {
	return said.filter(({ done }) => done === undefined).length;
}
