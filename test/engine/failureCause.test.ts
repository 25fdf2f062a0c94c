/** Under Stop Workflow the error says in n8n's own words why it failed, where n8n has a word for it. */
import {
	customAppCredential,
	feishu,
	getMany,
	idNumber,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';
import { QUICK, useTimings } from '../harness/timings';

useSimulator({ people: withdrawnPeople(1) });
useTimings({ ...QUICK, quotaWindowMs: 30 });

const STOP = { onError: 'stopWorkflow', options: { maxRetries: 0 } } as const;

async function refusedWith(code: number) {
	feishu().faultNext('restore', { kind: 'refuse', code }, Infinity);
	const { thrown } = await restore([idNumber(0)], STOP);
	return thrown;
}

it.each([
	[1161001, 'configuration-invalid'],
	[99991672, 'configuration-invalid'],
	[1161105, 'configuration-invalid'],
	[1161000, 'temporarily-unavailable'],
	[1161116, 'temporarily-unavailable'],
	[99991662, 'credential-invalid'],
	[99991403, 'quota-exhausted'],
])('Feishu’s %i is %s', async (code, cause) => {
	const thrown = await refusedWith(code);
	expect(thrown).toHaveProperty('failure', { cause });
});

it.each([[1161063], [1161034], [1161129]])(
	'Feishu’s %i is nobody’s fault but the person’s: n8n has no word for it',
	async (code) => {
		const thrown = await refusedWith(code);
		expect(thrown?.message).toContain(String(code));
		expect(thrown).toHaveProperty('failure', undefined);
	},
);

it('a rate limit comes with the wait that Feishu asks for', async () => {
	feishu().faultNext('restore', { kind: 'tooMany', code: 99991400, resetSeconds: 0.015 }, Infinity);
	const { thrown } = await restore([idNumber(0)], STOP);
	expect(thrown).toHaveProperty('failure', { cause: 'rate-limited', retryAfterMs: 15 });
});

it('a wait is whole milliseconds, and never shorter than what Feishu asks for', async () => {
	feishu().faultNext(
		'restore',
		{ kind: 'tooMany', code: 99991400, resetSeconds: 0.0123 },
		Infinity,
	);
	const { thrown } = await restore([idNumber(0)], STOP);
	expect(thrown).toHaveProperty('failure', { cause: 'rate-limited', retryAfterMs: 13 });
});

it('a read says it like a write', async () => {
	feishu().faultNext('search', { kind: 'refuse', code: 99991662 }, Infinity);
	const { thrown } = await getMany({ returnAll: true }, STOP);
	expect(thrown).toHaveProperty('failure', { cause: 'credential-invalid' });
});

it('refused app secrets make the credential invalid', async () => {
	const credentials = customAppCredential({ appSecret: 'wrong' });
	const { thrown } = await restore([idNumber(0)], { ...STOP, credentials });
	expect(thrown).toHaveProperty('failure', { cause: 'credential-invalid' });
});

it('a host that nobody answers at is unavailable for now', async () => {
	const credentials = customAppCredential({ customBaseUrl: 'http://127.0.0.1:9' });
	const { thrown } = await restore([idNumber(0)], { ...STOP, credentials });
	expect(thrown).toHaveProperty('failure', { cause: 'temporarily-unavailable' });
});

it('an error item keeps the fields of the contract and gets none of n8n’s', async () => {
	feishu().faultNext('restore', { kind: 'tooMany', code: 99991400, resetSeconds: 0.015 }, Infinity);
	const { error } = await restore([idNumber(0)], { options: { maxRetries: 0 } });
	expect(Object.keys(error[0]?.json.error ?? {}).sort()).toEqual([
		'attempts',
		'category',
		'code',
		'feishu_message',
		'hint',
		'http_status',
		'log_id',
		'message',
		'pre_hire_id',
		'retryable',
	]);
});
