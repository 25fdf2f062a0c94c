/* eslint-disable @n8n/community-nodes/no-restricted-globals -- sets the environment that is read, never runs inside n8n */
/** Which n8n the environment asks for, and how one in a container is started. */
import { removeFolder, temporaryFolder } from '../../e2e/launcher/folders';
import { dockerCommand } from '../../e2e/launcher/image';
import { n8nToStart, targetAskedFor } from '../../e2e/launcher/target';
import { hasTestedEditor, needsXlsxFromRegistry } from '../../e2e/launcher/versions';

const environment = { ...process.env };

beforeEach(() => {
	delete process.env.N8N_URL;
	delete process.env.N8N_IMAGE;
});
afterEach(() => {
	process.env = { ...environment };
});

const OWNER = { N8N_OWNER_EMAIL: 'o@example.com', N8N_OWNER_PASSWORD: 'placeholder' };

it.each([
	['npm', { N8N_VERSION: '2.41.1' }, { kind: 'npm', version: '2.41.1' }],
	[
		'npm where both are empty',
		{ N8N_URL: '', N8N_IMAGE: '', N8N_VERSION: '2.41.1' },
		{ kind: 'npm', version: '2.41.1' },
	],
	['an image', { N8N_IMAGE: 'n8nio/n8n:next' }, { kind: 'image', image: 'n8nio/n8n:next' }],
	[
		'a running one',
		{ N8N_URL: 'http://localhost:5678/', ...OWNER },
		{
			kind: 'running',
			url: 'http://localhost:5678',
			owner: { email: 'o@example.com', password: 'placeholder' },
		},
	],
])('%s', async (_, env, target) => {
	Object.assign(process.env, env);
	expect(await targetAskedFor()).toEqual(target);
});

it.each([
	[{ N8N_URL: 'http://localhost:5678' }, /^N8N_URL needs the login of that n8n's owner: set /],
	[{ N8N_URL: 'localhost:5678', ...OWNER }, /^N8N_URL is "localhost:5678": give n8n's address/],
	[{ N8N_URL: 'somewhere', ...OWNER }, /^N8N_URL is "somewhere": give n8n's address/],
	[{ N8N_URL: 'http://localhost:5678', N8N_IMAGE: 'n8nio/n8n' }, /^Set N8N_URL or N8N_IMAGE/],
])('%j is refused in a sentence', async (env, sentence) => {
	Object.assign(process.env, env);
	await expect(targetAskedFor()).rejects.toThrow(sentence);
});

it('a container shares the network, the folder by its path, and the user', () => {
	const settings = { N8N_PORT: '5678', N8N_USER_FOLDER: '/tmp/x', DB_TYPE: undefined };
	const env = { PATH: '/bin', HOME: '/root', ...settings };
	const command = dockerCommand('n8nio/n8n:next', '1000:1000', ['start'], env, '/tmp/x');
	expect(`${command.program} ${command.args.join(' ')}`).toBe(
		'docker run --rm --network host --user 1000:1000 --volume /tmp/x:/tmp/x --env HOME=/tmp/x --env N8N_PORT --env N8N_USER_FOLDER n8nio/n8n:next start',
	);
	expect(command.env).toEqual(env);
});

it('no value of a setting stands in the command line of a container', () => {
	const env = { N8N_ENCRYPTION_KEY: 'placeholder-key' };
	const { args } = dockerCommand('n8nio/n8n', '0:0', ['start'], env, '/tmp/x');
	expect(args.join(' ')).not.toContain('placeholder-key');
	expect(args).toContain('N8N_ENCRYPTION_KEY');
});

it('an image where there is no Docker is refused in a sentence', async () => {
	const empty = temporaryFolder('path');
	process.env.PATH = empty;
	await expect(n8nToStart({ kind: 'image', image: 'n8nio/n8n' })).rejects.toThrow(
		/^N8N_IMAGE needs Docker, and it does not answer here\./,
	);
	await removeFolder(empty);
});

it.each([
	['1.123.81', false, true],
	['2.9.0', false, true],
	['2.36.0', false, false],
	['2.40.7', false, false],
	['2.41.1', true, false],
	['2.100.0', true, false],
	['3.0.0', true, false],
])('n8n %s: its editor is tested %s, its xlsx comes from the registry %s', (version, ...facts) => {
	expect([hasTestedEditor(version), needsXlsxFromRegistry(version)]).toEqual(facts);
});
