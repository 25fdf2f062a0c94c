/* eslint-disable @n8n/community-nodes/no-restricted-globals -- prepares the tests' machine, never runs inside n8n */
/** Before the tests: the n8n asked for is installed, this package packed, once for all of them. */
import { BROWSER, COMPILER, provide, QUEUE_SERVERS } from './launcher/debian';
import { temporaryFolder } from './launcher/folders';
import { installN8n } from './launcher/installing';
import { packPackage } from './launcher/packing';
import { say } from './launcher/progress';
import { NEWEST, versionAskedFor } from './launcher/versions';

export default async function setUp(): Promise<void> {
	await provide(COMPILER);
	const { version, node } = await installN8n(versionAskedFor());
	say(`n8n ${version} on Node ${node.version}`);
	process.env.E2E_QUEUE_SERVERS = (await provide(QUEUE_SERVERS)) ? 'yes' : 'no';
	process.env.E2E_BROWSER = (await canTestEditor(version)) ? 'yes' : 'no';
	process.env.E2E_FOLDER = temporaryFolder('e2e');
	process.env.E2E_TARBALL = await packPackage(process.env.E2E_FOLDER);
}

/** The editor's parts change from release to release: the steps of its tests are those of the newest. */
async function canTestEditor(version: string): Promise<boolean> {
	if (version === NEWEST) return await provide(BROWSER);
	say(`Skipped: ${BROWSER.what} is tested in n8n ${NEWEST}.`);
	return false;
}
