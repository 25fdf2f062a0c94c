/* eslint-disable @n8n/community-nodes/no-restricted-globals -- prepares the tests' machine, never runs inside n8n */
/** Before the tests: the n8n asked for is there, and this package is packed, once for all of them. */
import { BROWSER, COMPILER, provide, QUEUE_SERVERS } from './launcher/debian';
import { temporaryFolder } from './launcher/folders';
import { packPackage } from './launcher/packing';
import { say } from './launcher/progress';
import { visit } from './launcher/running';
import { n8nToStart, targetAskedFor } from './launcher/target';
import { hasTestedEditor, NEWEST } from './launcher/versions';

export default async function setUp(): Promise<void> {
	const target = await targetAskedFor();
	if (target.kind === 'running') {
		const { version, leave } = await visit(target);
		await leave();
		say(`n8n ${version} at ${target.url}, with the package that is installed there`);
		return;
	}
	if (target.kind === 'npm') await provide(COMPILER);
	const { version, node } = await n8nToStart(target);
	say(
		target.kind === 'npm' ? `n8n ${version} on Node ${node.version}` : `n8n ${version} in Docker`,
	);
	// The tests ask for what was found here, not for the newest again.
	if (target.kind === 'npm') process.env.N8N_VERSION = version;
	process.env.E2E_QUEUE_SERVERS = (await provide(QUEUE_SERVERS)) ? 'yes' : 'no';
	process.env.E2E_BROWSER = (await canTestEditor(version)) ? 'yes' : 'no';
	process.env.E2E_FOLDER = temporaryFolder('e2e');
	process.env.E2E_TARBALL = await packPackage(process.env.E2E_FOLDER);
}

async function canTestEditor(version: string): Promise<boolean> {
	if (hasTestedEditor(version)) return await provide(BROWSER);
	say(`Skipped: ${BROWSER.what} is tested in n8n ${NEWEST} and later.`);
	return false;
}
