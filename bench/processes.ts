/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- starts the bench's own processes */
/** The processes of the bench: one Feishu and one contender for each measurement, both ended by their own id. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Job } from './contender';
import type { ContenderName, Measured } from './contenderProcess';
import {
	personId,
	type FeishuOrder,
	type FeishuRecord,
	type FeishuSettings,
} from './feishuProcess';

export interface Trial {
	contender: ContenderName;
	feishu: FeishuSettings;
	requestsPerMinute?: number;
	concurrency?: number;
	/** Measure memory, which costs CPU. */
	memory?: boolean;
}

export interface TrialResult extends Measured {
	record: FeishuRecord;
}

/** Lets one contender restore everybody of one Feishu. */
export async function runTrial(trial: Trial): Promise<TrialResult> {
	const feishu = start('feishuProcess.ts');
	try {
		const url = await ask<string>(feishu, { start: trial.feishu } satisfies FeishuOrder);
		const measured = await runContender(trial, url);
		const record = await ask<FeishuRecord>(feishu, 'record' satisfies FeishuOrder);
		return { ...measured, record };
	} finally {
		feishu.send('stop' satisfies FeishuOrder);
		await once(feishu, 'exit');
	}
}

async function runContender(trial: Trial, url: string): Promise<Measured> {
	const job: Job = {
		url,
		ids: Array.from({ length: trial.feishu.people }, (_, index) => personId(index)),
		requestsPerMinute: trial.requestsPerMinute ?? 10_000,
		concurrency: trial.concurrency ?? 5,
	};
	const contender = start('contenderProcess.ts', trial.memory === true ? ['--expose-gc'] : []);
	const answer = await ask<Measured & { error?: string }>(contender, {
		name: trial.contender,
		job,
	});
	if (contender.exitCode === null) await once(contender, 'exit');
	if (answer.error !== undefined) throw new Error(`${trial.contender}: ${answer.error}`);
	return answer;
}

function start(file: string, flags: string[] = []): ChildProcess {
	return fork(join(__dirname, file), {
		execArgv: [...flags, '--import', 'tsx'],
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
}

async function ask<Answer>(child: ChildProcess, order: object | string): Promise<Answer> {
	child.send(order);
	const answer: unknown = await Promise.race([
		once(child, 'message').then(([message]: unknown[]) => message),
		once(child, 'exit').then(([code]: unknown[]) => {
			throw new Error(`A process of the bench ended with ${String(code)}`);
		}),
	]);
	return answer as Answer;
}
