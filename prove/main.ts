// `npm run prove`: holds what this package relies on against a tenant of yours. See CONTRIBUTING.md.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own, never runs inside n8n */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';

import { version } from '../package.json';
import { loadBuild } from '../test/harness/dist';
import { checksFor } from './checks';
import { prove } from './prove';
import { nameHost, writeReport } from './report';
import { FULL_SCALE, Tenant, type Access } from './tenant';

const REPORT = 'feishu-proof.md';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { restore: { type: 'string' }, window: { type: 'boolean', default: false } },
	});
	const { restore, window } = values;
	const access = readAccess();
	if (restore !== undefined && !(await isConfirmed(restore))) {
		console.log('Nothing was asked and nothing was changed.');
		return;
	}
	const tenant = await Tenant.open(loadBuild(), access, FULL_SCALE);
	try {
		const checks = checksFor({ window, ...(restore !== undefined && { restore }) });
		const findings = await prove(tenant, checks, (line) => console.log(line));
		const day = new Date().toISOString().slice(0, 10);
		const setting = { host: nameHost(access.baseUrl), day };
		const report = writeReport(
			findings,
			{ ...setting, packageVersion: version, nodeVersion: process.versions.node },
			tenant.secrets(),
		);
		writeFileSync(REPORT, report);
		console.log(`\n${report}\nWritten to ${REPORT}. Attach it to an issue of the form Proof.`);
	} finally {
		await tenant.observer.stop();
	}
}

/** From the environment only: arguments stand in the shell's history and in the list of processes. */
function readAccess(): Access {
	const { FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret, FEISHU_BASE_URL } = process.env;
	if (!appId || !appSecret) {
		throw new Error('Set FEISHU_APP_ID and FEISHU_APP_SECRET of a custom app in a test tenant');
	}
	const baseUrl = (FEISHU_BASE_URL || 'https://open.feishu.cn').replace(/\/+$/, '');
	return { baseUrl, appId, appSecret };
}

async function isConfirmed(preHireId: string): Promise<boolean> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	try {
		console.log('This withdraws one person from onboarding and restores them a few seconds later.');
		console.log('Their tasks may start anew, and people may be notified. Use a made-up person.');
		return (
			(await terminal.question('Type the pre-hire ID once more to go on: ')).trim() === preHireId
		);
	} finally {
		terminal.close();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : 'The program failed');
	process.exitCode = 1;
});
