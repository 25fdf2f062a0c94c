/* eslint-disable @n8n/community-nodes/no-restricted-globals -- tidies the tests' machine, never runs inside n8n */
/** After the tests: the packed package goes. */
import { removeFolder } from './launcher/folders';

export default async function tearDown(): Promise<void> {
	if (process.env.E2E_FOLDER !== undefined) await removeFolder(process.env.E2E_FOLDER);
}
