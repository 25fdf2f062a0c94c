// The whole program but for the process it runs in: what is asked of the tester, what is run, what is said and saved.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- a program of its own, never runs inside n8n */
import { parseArgs } from 'node:util';

import { version } from '../package.json';
import type { Package } from '../test/harness/engine';
import { checksFor } from './checks';
import { prove } from './prove';
import { nameHost, redact, REPORT_FILE, writeReport } from './report';
import { FULL_SCALE, Tenant, type Access, type Scale } from './tenant';

export interface Surroundings {
	/** What stands behind `npm run prove --`. */
	args: string[];
	env: Readonly<Record<string, string | undefined>>;
	/** One line, or several, for the tester. */
	say(text: string): void;
	/** Waits for the tester's answer. */
	ask(question: string): Promise<string>;
	save(file: string, text: string): void;
	/** The node and credential that are held against the tenant. */
	tested: Package;
	scale?: Scale;
}

/** Throws where it cannot begin, or breaks down: no secret is in the message. */
export async function runProgram(surroundings: Surroundings): Promise<void> {
	const access = readAccess(surroundings.env);
	const secrets = new Set([access.appId, access.appSecret]);
	try {
		await run(surroundings, access, secrets);
	} catch (error) {
		const message = error instanceof Error ? error.message : 'The program failed';
		throw new Error(redact(message, [...secrets]));
	}
}

async function run(
	{ args, say, ask, save, tested, scale = FULL_SCALE }: Surroundings,
	access: Access,
	secrets: Set<string>,
): Promise<void> {
	const { values } = parseArgs({
		args,
		options: { restore: { type: 'string' }, window: { type: 'boolean', default: false } },
	});
	const { restore, window } = values;
	if (restore !== undefined) {
		secrets.add(restore);
		say('This withdraws one person from onboarding and restores them a few seconds later.');
		say('Their tasks may start anew, and people may be notified. Use a made-up person.');
		const answer = await ask('Type the pre-hire ID once more to go on: ');
		if (answer.trim() !== restore) return say('Nothing was asked and nothing was changed.');
	}
	const tenant = await Tenant.open(tested, access, scale);
	try {
		const checks = checksFor({ window, ...(restore !== undefined && { restore }) });
		const findings = await prove(tenant, checks, say);
		const setting = {
			host: nameHost(access.baseUrl),
			day: new Date().toISOString().slice(0, 10),
			packageVersion: version,
			nodeVersion: process.versions.node,
		};
		tenant.secrets().forEach((secret) => secrets.add(secret));
		const report = writeReport(findings, setting, [...secrets]);
		save(REPORT_FILE, report);
		say(`\n${report}\nWritten to ${REPORT_FILE}. Attach it to an issue of the form Proof.`);
	} finally {
		tenant.secrets().forEach((secret) => secrets.add(secret));
		await tenant.observer.end();
	}
}

/** From the environment only: arguments stand in the shell's history and in the list of processes. */
function readAccess(env: Surroundings['env']): Access {
	const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret, FEISHU_BASE_URL } = env;
	if (!appId || !appSecret) {
		throw new Error('Set FEISHU_APP_ID and FEISHU_APP_SECRET of a custom app in a test tenant');
	}
	const baseUrl = (FEISHU_BASE_URL || 'https://open.feishu.cn').replace(/\/+$/, '');
	if (!URL.canParse(baseUrl)) throw new Error('FEISHU_BASE_URL is not a web address');
	return { baseUrl, appId, appSecret };
}
