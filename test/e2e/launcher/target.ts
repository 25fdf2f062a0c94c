/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads from the environment which n8n is meant */
/** Where n8n comes from: the npm registry, a container image (`N8N_IMAGE`), or one that runs already (`N8N_URL`). */
import type { Login } from './api';
import { imageN8n } from './image';
import { installN8n, type InstalledN8n } from './installing';
import { versionAskedFor } from './versions';

/** An n8n of somebody else's that runs already. */
export interface RunningTarget {
	kind: 'running';
	/** No trailing slash. */
	url: string;
	owner: Login;
}

export type Target =
	| { kind: 'npm'; version: string }
	| { kind: 'image'; image: string }
	| RunningTarget;

/** What the environment asks for; throws in a sentence where it contradicts itself. */
export async function targetAskedFor(): Promise<Target> {
	const { N8N_URL: url = '', N8N_IMAGE: image = '' } = process.env;
	if (url !== '' && image !== '') throw new Error('Set N8N_URL or N8N_IMAGE, not both.');
	if (image !== '') return { kind: 'image', image };
	if (url === '') return { kind: 'npm', version: await versionAskedFor() };
	if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
		throw new Error(`N8N_URL is "${url}": give n8n's address, such as http://localhost:5678.`);
	}
	const { N8N_OWNER_EMAIL: email = '', N8N_OWNER_PASSWORD: password = '' } = process.env;
	if (email === '' || password === '') {
		throw new Error(
			"N8N_URL needs the login of that n8n's owner: set N8N_OWNER_EMAIL and N8N_OWNER_PASSWORD.",
		);
	}
	return { kind: 'running', url: url.replace(/\/+$/, ''), owner: { email, password } };
}

/** The n8n to start, installed or pulled if need be. */
export async function n8nToStart(target: Exclude<Target, RunningTarget>): Promise<InstalledN8n> {
	if (target.kind === 'image') return await imageN8n(target.image);
	return await installN8n(target.version);
}
