/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- removes a folder */
/** The folder that n8n's engine got for itself. jest ends a test file without the event on which it is removed elsewhere. */
import { rmSync } from 'node:fs';
import { basename } from 'node:path';

/** Removes the folder where this process made it, not one that a whole jest run shares. */
export function removeEngineFolder(): void {
	const folder = process.env.N8N_USER_FOLDER ?? '';
	if (!basename(folder).startsWith('feishu-corehr-n8n-')) return;
	rmSync(folder, { recursive: true, force: true });
	delete process.env.N8N_USER_FOLDER;
}
