/* eslint-disable @n8n/community-nodes/no-restricted-imports -- opens sockets that speak no TLS */
/** What never left this n8n is certain: no doubt, no search, no place of the quota, and the cause in words one can act on. */
import { createServer, type AddressInfo, type Server } from 'node:net';

import { Container, type Constructable } from '@n8n/di';

import { startSimulator } from '../../simulator';
import {
	customAppCredential,
	failureOf,
	failuresOf,
	feishu,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';

useSimulator({ people: withdrawnPeople(130) });
useTimings(QUICK);

const [person] = [idNumber(0)];

/** A module as n8n's engine has it, see engineEnvironment.js. */
declare const loadOnce: (name: string) => unknown;

/** The credential with a good token in it, so that no exchange is needed. */
async function credentialWithToken() {
	const credentials = customAppCredential();
	await restore([idNumber(1)], { credentials });
	return credentials;
}

describe('a token is at hand, and the request does not leave', () => {
	let other: { url: string; stop: () => Promise<void> };
	afterEach(async () => await other.stop());

	it('because the certificate is not trusted', async () => {
		other = await startSimulator({ tls: true, people: withdrawnPeople(1) });
		expect(await attemptAt(other.url)).toMatchObject({
			code: 'TLS_FAILED',
			category: 'network',
			attempts: 0,
			hint: expect.stringMatching(/NODE_EXTRA_CA_CERTS.*SELF_SIGNED_CERT/),
		});
	});

	it('because what answers does not speak TLS', async () => {
		other = await plainServer();
		expect(await attemptAt(other.url)).toMatchObject({
			code: 'TLS_FAILED',
			category: 'network',
			attempts: 0,
		});
	});

	it('because nobody listens there', async () => {
		other = { url: 'http://127.0.0.1:9', stop: async () => undefined };
		expect(await attemptAt(other.url)).toMatchObject({
			code: 'UNREACHABLE',
			category: 'network',
			attempts: 0,
			hint: expect.stringContaining('ECONNREFUSED'),
		});
	});
});

/** Restores at an address for which a token is stored already. */
async function attemptAt(url: string) {
	const first = await credentialWithToken();
	const { readAccount } = await import('../../nodes/FeishuCoreHr/feishu/caller/account');
	const fields = { ...first.stored, customBaseUrl: url };
	const account = readAccount(fields);
	if (!account.ok) throw new Error(account.failure.message);
	const credentials = customAppCredential({
		...fields,
		accessTokenOwner: account.value.owner,
	});
	const { error } = await restore([person], { credentials, options: { maxRetries: 1 } });
	expect(feishu().callsTo('search')).toEqual([]);
	return failureOf(error[0]);
}

async function plainServer() {
	const server: Server = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.write('this is no TLS\r\n', () => socket.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `https://127.0.0.1:${port}`,
		stop: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}

it('because a proxy asks for a login: nothing is looked up', async () => {
	feishu().faultNext('restore', { kind: 'proxyRefusal' }, Infinity);
	const { error } = await restore([person], { options: { maxRetries: 1 } });
	expect(failureOf(error[0])).toMatchObject({
		code: 'PROXY_REFUSED',
		category: 'network',
		attempts: 0,
		hint: expect.stringContaining('HTTPS_PROXY'),
	});
	expect(feishu().callsTo('search')).toEqual([]);
});

describe('n8n itself refuses the address', () => {
	const config = Container.get(ssrfProtectionConfig());
	afterEach(() => {
		config.enabled = false;
	});

	it('once for the whole run, in n8n’s own words, and nobody tries again', async () => {
		const credentials = await credentialWithToken();
		const before = feishu().calls.length;
		config.enabled = true;
		const { error } = await restore([person, idNumber(2), idNumber(3)], { credentials });
		for (const failure of failuresOf(error)) {
			expect(failure).toMatchObject({
				code: 'REQUEST_BLOCKED',
				category: 'network',
				retryable: false,
				attempts: 0,
				hint: expect.stringContaining('n8n says: '),
			});
		}
		expect(error).toHaveLength(3);
		expect(feishu().calls).toHaveLength(before);
	});
});

describe('a gateway that refuses every token', () => {
	it('leaves nobody in doubt', async () => {
		feishu().faultNext('restore', { kind: 'unauthorized', code: 99991663 }, Infinity);
		const people = Array.from({ length: 120 }, (_, index) => idNumber(index));
		const { error } = await restore(people, { options: { requestsPerMinute: 10_000 } });
		const categories = new Set(failuresOf(error).map(({ category }) => category));
		expect([...categories]).toEqual(['authentication']);
		expect(feishu().callsTo('search')).toEqual([]);
	});
});

/** The class of the settings that n8n-core itself reads. */
function ssrfProtectionConfig() {
	return (loadOnce('@n8n/config') as { SsrfProtectionConfig: Constructable<{ enabled: boolean }> })
		.SsrfProtectionConfig;
}

describe('within one window', () => {
	// Longer than a test may take: whoever waits for the next window fails.
	useTimings({ ...QUICK, quotaWindowMs: 600_000 });

	it('takes no place of the quota', async () => {
		const people = Array.from({ length: 100 }, (_, index) => idNumber(index));
		// Fewer than what would be taken for an outage.
		const lost = people.slice(0, 9);
		feishu().faultNext('restore', { kind: 'proxyRefusal' }, lost.length);
		const { error } = await restore(lost, { options: { maxRetries: 0 } });
		expect(error).toHaveLength(lost.length);
		const { success } = await restore(people, { options: { maxRetries: 0 } });
		expect(success).toHaveLength(100);
	});
});
