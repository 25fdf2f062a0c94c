/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- prepares the process for n8n's engine */
/** Gives n8n's engine a folder of its own instead of the user's. Imported before n8n-core, which reads it on loading. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Under jest jestFolder.js has set both, before any worker began.
if (process.env.N8N_USER_FOLDER === undefined) {
	process.env.N8N_ENCRYPTION_KEY = 'a key for tests only';
	const folder = mkdtempSync(join(tmpdir(), 'feishu-corehr-n8n-'));
	process.env.N8N_USER_FOLDER = folder;
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}
