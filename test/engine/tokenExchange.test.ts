/** A refused or failed token exchange: one plain sentence each, in the run and in the credential form. */
import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import {
	customAppCredential,
	failureOf,
	feishu,
	idNumber,
	restore,
	storeAppCredential,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { httpRequest } from '../harness/httpRequest';
import { QUICK, useTimings } from '../harness/timings';
import { CUSTOM_APP, type Fault } from '../../simulator';

useSimulator({ people: [...withdrawnPeople(10), ...withdrawnPeople(2, { tenant: 'tenant-a' })] });
useTimings(QUICK);

describe('a refused or failed exchange', () => {
	const cases: Array<[string, () => void, string, string | number, RegExp]> = [
		[
			'wrong secret',
			() => feishu().changeSecret(CUSTOM_APP.appId, 'x'),
			'authentication',
			10014,
			/App ID or App Secret/,
		],
		[
			'malformed',
			() => fault({ kind: 'refuse', code: 10003 }),
			'authentication',
			10003,
			/App ID or App Secret/,
		],
		[
			'unknown app',
			() => fault({ kind: 'refuse', code: 10015 }),
			'authentication',
			10015,
			/App ID or App Secret/,
		],
		[
			'disabled app',
			() => fault({ kind: 'refuse', code: 20002 }),
			'authentication',
			20002,
			/App ID or App Secret/,
		],
		[
			'a code nobody listed',
			() => fault({ kind: 'refuse', code: 12345 }),
			'authentication',
			12345,
			/refuses to issue/,
		],
		[
			'an HTML page',
			() => fault({ kind: 'html', status: 200, applied: false }),
			'service',
			'NOT_FEISHU_JSON',
			/does not come from Feishu/,
		],
		[
			'an empty body',
			() => fault({ kind: 'empty', applied: false }),
			'service',
			'NOT_FEISHU_JSON',
			/does not come from Feishu/,
		],
		[
			'no token in it',
			() => fault({ kind: 'tokenMissing' }),
			'service',
			'TOKEN_MISSING',
			/without a token/,
		],
		[
			'a cut connection',
			() => fault({ kind: 'cut', applied: false }),
			'network',
			'CONNECTION_LOST',
			/connection to Feishu broke/,
		],
	];

	/** One that Feishu refuses, one that it answers badly, one that is lost. */
	const IN_FORM = ['wrong secret', 'no token in it', 'a cut connection'];

	function fault(what: Fault): void {
		feishu().faultNext('tenantToken', what, Infinity);
	}

	it.each(cases)(
		'%s: one plain sentence, no restore call',
		async (_name, arrange, category, code, message) => {
			arrange();
			const { success, error } = await restore([idNumber(0)], { options: { maxRetries: 1 } });
			expect(success).toEqual([]);
			expect(failureOf(error[0])).toMatchObject({
				category,
				code,
				attempts: 0,
				message: expect.stringMatching(message),
				hint: expect.stringMatching(/credential/),
			});
			expect(feishu().callsTo('restore')).toEqual([]);
		},
	);

	it.each(cases.filter(([name]) => IN_FORM.includes(name)))(
		'%s: the credential form shows the same sentence',
		async (_name, arrange, _category, _code, message) => {
			arrange();
			const asked = new FeishuCoreHrApi().preAuthentication.call(
				{ helpers: { httpRequest } },
				customAppCredential().stored,
			);
			const error = await asked.then(
				() => undefined,
				(reason: unknown) => reason,
			);
			expect(error).toBeInstanceOf(Error);
			expect((error as Error).message).toMatch(message);
			expect(error).not.toHaveProperty('code');
			expect(error).not.toHaveProperty('response');
			expect((error as Error).message).not.toContain(CUSTOM_APP.appSecret);
		},
	);

	it('an unreachable host: says which', async () => {
		const { error } = await restore([idNumber(0)], {
			credentials: customAppCredential({ customBaseUrl: 'http://127.0.0.1:9' }),
			options: { maxRetries: 0 },
		});
		expect(failureOf(error[0])).toMatchObject({
			category: 'network',
			code: 'UNREACHABLE',
			message: 'No access token from 127.0.0.1:9: Feishu cannot be reached',
			attempts: 0,
		});
	});

	it('a store app’s old ticket: says so', async () => {
		const { error } = await restore([idNumber(0)], {
			credentials: storeAppCredential({ tenantKey: 'tenant-a', appTicket: 'old' }),
		});
		expect(failureOf(error[0])).toMatchObject({
			code: 10012,
			category: 'authentication',
			message: 'Feishu refuses the App Ticket (10012)',
		});
	});
});

it('a store app’s own token is masked where Feishu’s refusal repeats it', async () => {
	feishu().faultNext('storeTenantToken', { kind: 'secretEcho' }, Infinity);
	const { error, logs } = await restore([idNumber(0)], {
		credentials: storeAppCredential({ tenantKey: 'tenant-a' }),
	});
	expect(failureOf(error[0]).feishu_message).toContain('***');
	const [appToken = 'none issued'] = feishu().issuedTokens;
	expect(JSON.stringify([error, logs])).not.toContain(appToken);
});

it('takes a Tenant Key that an expression gives as a number', async () => {
	const { error } = await restore([idNumber(0)], {
		credentials: storeAppCredential({ tenantKey: '={{ 12345 }}' }),
	});
	expect(failureOf(error[0]).code).not.toBe('INCOMPLETE_CREDENTIAL');
});

describe('Feishu’s passing internal errors on a token endpoint', () => {
	it.each([
		[2200, 200],
		[1500, 500],
		[1663, 400],
		[300_000, 200],
	])('%d under HTTP %d: asked again, and costs nobody anything', async (code, httpStatus) => {
		feishu().faultNext('tenantToken', { kind: 'refuse', code, httpStatus });
		const { success } = await restore([idNumber(0)]);
		expect(success).toHaveLength(1);
		expect(feishu().callsTo('tenantToken')).toHaveLength(2);
	});

	it('to the end: can be run again', async () => {
		const code = 2200;
		feishu().faultNext('tenantToken', { kind: 'refuse', code, httpStatus: 200 }, Infinity);
		const { error } = await restore([idNumber(0)], { options: { maxRetries: 1 } });
		expect(failureOf(error[0])).toMatchObject({
			code,
			category: 'service',
			retryable: true,
			attempts: 0,
		});
		expect(feishu().callsTo('restore')).toEqual([]);
	});
});
