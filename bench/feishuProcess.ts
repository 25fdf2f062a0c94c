/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, never runs inside n8n */
/** The simulated Feishu in a process of its own, so that its work is not counted as a contender's. */
import { startSimulator, type FeishuSimulator, type PersonSeed } from '../test/simulator';

export interface FeishuSettings {
	people: number;
	/** Share of people whom Feishu refuses for a business reason, 0 to 1. */
	refusedShare: number;
	/** Calls accepted per minute. */
	quota: number;
	latencyMs: number;
}

/** What Feishu saw. */
export interface FeishuRecord {
	restores: number;
	exchanges: number;
	/** Calls refused as one too many. */
	tooMany: number;
	restored: number;
	restoredTwice: number;
}

export type FeishuOrder = { start: FeishuSettings } | 'record' | 'stop';

/** The ID of the nth person. */
export function personId(index: number): string {
	return `7400000000000${String(index).padStart(6, '0')}`;
}

function peopleFor({ people, refusedShare }: FeishuSettings): PersonSeed[] {
	return Array.from({ length: people }, (_, index) => ({
		preHireId: personId(index),
		preferredName: `Person ${index}`,
		...(index % 10 < refusedShare * 10 && { refuse: 1161036 }),
	}));
}

function record(feishu: FeishuSimulator): FeishuRecord {
	const restores = feishu.callsTo('restore');
	const people = feishu.people();
	return {
		restores: restores.length,
		exchanges: feishu.callsTo('tenantToken').length,
		tooMany: restores.filter(({ status }) => status === 429).length,
		restored: people.filter(({ restoredTimes }) => restoredTimes > 0).length,
		restoredTwice: people.filter(({ restoredTimes }) => restoredTimes > 1).length,
	};
}

let feishu: FeishuSimulator | undefined;

async function obey(order: FeishuOrder): Promise<unknown> {
	if (order === 'stop') {
		await feishu?.stop();
		process.disconnect();
		return undefined;
	}
	if (order === 'record') return feishu === undefined ? undefined : record(feishu);
	const { quota, latencyMs } = order.start;
	feishu = await startSimulator({
		people: peopleFor(order.start),
		quota: { limit: quota, windowMs: 60_000 },
		latencyMs,
	});
	return feishu.url;
}

if (process.send !== undefined) {
	process.on('message', (order: FeishuOrder) => {
		void obey(order).then((answer) => {
			if (answer !== undefined) process.send?.(answer);
		});
	});
}
