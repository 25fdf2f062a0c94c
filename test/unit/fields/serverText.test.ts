/* eslint-disable @n8n/community-nodes/no-restricted-globals -- counts the work of this process */
/** What Feishu, or whoever answers in its place, can do with text: mislead nobody, block nothing, break nothing. */
import type { App, Details } from '../../../nodes/FeishuCoreHr/feishu/answers/codeTable';
import { GATEWAY_CODES } from '../../../nodes/FeishuCoreHr/feishu/answers/gatewayCodes';
import { cleanText, cutText } from '../../../nodes/FeishuCoreHr/feishu/core/cleanText';
import { RESTORE_CODES } from '../../../nodes/FeishuCoreHr/feishu/preHires/codes/restore';
import { WITHDRAW_CODES } from '../../../nodes/FeishuCoreHr/feishu/preHires/codes/withdraw';
import { replyFailure } from '../../../nodes/FeishuCoreHr/feishu/answers/replyFailure';

const FEISHU: App = { baseUrl: 'https://open.feishu.cn', appId: 'cli_a1' };

const SECRET = 'top/secret+"=';

function read(code: number, body: object, app: App | undefined = FEISHU): Details {
	const readDetails = (GATEWAY_CODES.get(code) ?? RESTORE_CODES.get(code))?.readDetails;
	if (readDetails === undefined) throw new Error(`${code} reads nothing`);
	return readDetails({ code, msg: '', ...body }, [SECRET], app);
}

const scopesOf = (body: object, app?: App) => read(99991672, body, app);

describe('99991672', () => {
	const BARE = 'Access denied. One of the following scopes is required: [a:b, c.d:e:read].';
	const OWN = 'https://open.feishu.cn/app/cli_a1/auth?q=a:b&op_from=openapi&token_type=tenant';

	it('with its scopes in brackets only names them, and the link is built', () => {
		expect(scopesOf({ msg: BARE })).toEqual({
			missing_scopes: ['a:b', 'c.d:e:read'],
			fix_url:
				'https://open.feishu.cn/app/cli_a1/auth?q=a:b,c.d:e:read&op_from=openapi&token_type=tenant',
		});
	});

	it('on Lark leads to Lark’s console', () => {
		const app = { ...FEISHU, baseUrl: 'https://open.larksuite.com' };
		expect(scopesOf({ msg: BARE }, app).fix_url).toMatch(
			/^https:\/\/open\.larksuite\.com\/app\/cli_a1\/auth\?q=a:b,c/,
		);
	});

	it.each([
		['as Feishu’s page has them', [{ type: 'action_scope_required', subject: 'x:y' }]],
		['as lists', [{ type: 'tenant', subject: 'app', scopes: ['x:y'] }]],
	])('with violations %s believes these', (_name, permission_violations) => {
		expect(scopesOf({ msg: BARE, error: { permission_violations } }).missing_scopes).toEqual([
			'x:y',
		]);
		expect(scopesOf({ permission_violations }).missing_scopes).toEqual(['x:y']);
	});

	it('without any scope names none, and links nowhere', () => {
		expect(scopesOf({ msg: 'Access denied. [] [see above] [a b]' })).toEqual({});
	});

	it('with a link to this app’s own page shows it', () => {
		expect(scopesOf({ msg: `${BARE}，点击链接：${OWN}` }).fix_url).toBe(OWN);
	});

	it.each([
		'https://open.feishu.cn.evil.example/app/cli_a1/auth?q=a:b',
		'https://evil.example/app/cli_a1/auth?q=a:b',
		'https://open.feishu.cn@evil.example/app/cli_a1/auth',
		'https://user@open.feishu.cn/app/cli_a1/auth',
		'https://open.feishu.cn:8443/app/cli_a1/auth',
		'https://open.feishu.cn/app/cli_other/auth?q=a:b',
		'https://open.feishu.cn/redirect?to=https://evil.example',
		'https://open.larksuite.com/app/cli_a1/auth?q=a:b',
		'http://open.feishu.cn/app/cli_a1/auth',
		`https://open.feishu.cn/app/cli_a1/auth?q=${'a'.repeat(500)}`,
	])('never shows the link %s, but the one it builds', (link) => {
		expect(scopesOf({ msg: `${BARE} ${link}` }).fix_url).toBe(scopesOf({ msg: BARE }).fix_url);
	});

	it('of a private deployment trusts its own console, and the public ones behind a proxy', () => {
		const app = { baseUrl: 'https://open.feishu.example.com', appId: 'cli_a1' };
		const own = 'https://open.feishu.example.com/app/cli_a1/auth?q=a:b';
		expect(scopesOf({ msg: `${BARE} ${own}` }, app).fix_url).toBe(own);
		expect(scopesOf({ msg: `${BARE} ${OWN}` }, app).fix_url).toBe(OWN);
		expect(scopesOf({ msg: `${BARE} https://evil.example/app/cli_a1/auth` }, app).fix_url).toBe(
			'https://open.feishu.example.com/app/cli_a1/auth?q=a:b,c.d:e:read&op_from=openapi&token_type=tenant',
		);
	});

	it('with more scopes than a link holds leaves the last ones out instead of cutting one', () => {
		const scopes = Array.from(
			{ length: 30 },
			(_, index) => `corehr:pre_hire.${index}:readonly_all`,
		);
		const { fix_url: url = '', missing_scopes: named } = scopesOf({
			msg: `[${scopes.join(', ')}]`,
		});
		expect(url.length).toBeLessThanOrEqual(500);
		expect(url).toMatch(/\d:readonly_all&op_from=openapi&token_type=tenant$/);
		expect(named).toEqual(scopes.slice(0, 20));
	});

	it('masks a secret in the link, in both of its forms', () => {
		const link = `https://open.feishu.cn/app/cli_a1/auth?q=${encodeURIComponent(SECRET)}`;
		expect(scopesOf({ msg: `${BARE} ${link}` }).fix_url).toBe(
			'https://open.feishu.cn/app/cli_a1/auth?q=***',
		);
		const plain = scopesOf({ msg: `${BARE} https://open.feishu.cn/app/cli_a1/auth?q=s3cret` });
		expect(plain.fix_url).toContain('s3cret');
		const { readDetails } = GATEWAY_CODES.get(99991672) ?? {};
		const masked = readDetails?.(
			{ code: 99991672, msg: `${BARE} https://open.feishu.cn/app/cli_a1/auth?q=s3cret` },
			['s3cret'],
			FEISHU,
		);
		expect(masked?.fix_url).toBe('https://open.feishu.cn/app/cli_a1/auth?q=***');
	});
});

it('leaves no half of a secret where only the beginning of a long text is searched', () => {
	const link = `https://open.feishu.cn/app/cli_a1/auth?q=${'s3cret'.repeat(20)}`;
	for (const length of [1_900, 1_950, 1_990]) {
		const msg = `${'x'.repeat(length - link.length + 60)} ${link}`;
		const { readDetails } = GATEWAY_CODES.get(99991672) ?? {};
		const details = readDetails?.({ code: 99991672, msg }, ['s3cret'.repeat(20)], FEISHU);
		expect(JSON.stringify(details)).not.toContain('s3');
	}
});

describe('99992402', () => {
	const failureFor = (error: object) =>
		replyFailure(
			GATEWAY_CODES.get(99992402) ?? { title: '', category: 'unknown', hint: '' },
			99992402,
			{
				status: 400,
				body: { code: 99992402, msg: 'field validation failed', error: { ...error } },
			},
			[SECRET],
		);

	it('names the field in the message and what is wrong with it in the hint', () => {
		const field_violations = [
			{ field: 'withdraw_reason', value: 'x', description: 'the max len is 500' },
			{ field: '$.pre_hire_ids[0]', description: `not ${SECRET}` },
			{ field: 'two words' },
			'nonsense',
		];
		expect(failureFor({ field_violations })).toMatchObject({
			category: 'invalid_input',
			retryable: false,
			message: 'Feishu does not accept withdraw_reason, $.pre_hire_ids[0] (99992402)',
			hint: 'Correct the value of that field, then run again. Feishu’s words: withdraw_reason: the max len is 500; $.pre_hire_ids[0]: not ***.',
		});
	});

	it.each([{}, { field_violations: [] }, { field_violations: 'x' }, { field_violations: [{}] }])(
		'without a field to name still is invalid input: %j',
		(error) => {
			expect(failureFor(error)).toMatchObject({
				category: 'invalid_input',
				message: 'Feishu does not accept a field of the request (99992402)',
			});
		},
	);
});

describe('a huge answer made to keep patterns busy costs no time', () => {
	const LENGTH = 5_000_000;
	const texts = [
		'“',
		'"',
		'「“',
		'[',
		'[a:',
		'https://',
		'[a:b,',
		'a:',
		' ',
		'\u0000 ',
		'\ud800',
		'/',
	];
	const codes = [...GATEWAY_CODES, ...RESTORE_CODES, ...WITHDRAW_CODES];

	it.each(texts)('of %j', (text) => {
		const msg = text.repeat(LENGTH / text.length);
		const many = Array.from({ length: 10_000 }, () => ({
			subject: msg,
			field: msg,
			scopes: [msg],
		}));
		const error = { permission_violations: many, field_violations: many };
		const before = process.cpuUsage();
		for (const [code, entry] of codes) {
			if (entry.readDetails === undefined) continue;
			replyFailure(entry, code, { status: 400, body: { code, msg, error } }, [SECRET], FEISHU);
		}
		cleanText(msg, [SECRET, 'another', 'more']);
		// Patterns that look at all of it take several seconds at the least. Work is counted, not time: others may keep the machine busy.
		expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
	});
});

describe('masking', () => {
	it.each([
		['as it is', SECRET],
		['URL-encoded', encodeURIComponent(SECRET)],
		[
			'URL-encoded with small letters',
			encodeURIComponent(SECRET).replace(/%../g, (byte) => byte.toLowerCase()),
		],
		['inside of JSON', JSON.stringify(SECRET).slice(1, -1)],
	])('finds a secret that stands there %s', (_name, form) => {
		expect(cleanText(`a ${form} b`, [SECRET])).toBe('a *** b');
	});

	it('leaves nothing of a secret that has another one inside', () => {
		expect(cleanText('a one-two b', ['one', 'one-two'])).toBe('a *** b');
	});

	it('works for a secret with half a surrogate pair in it', () => {
		expect(cleanText('a x\ud83dy b', ['x\ud83dy', ''])).toBe('a *** b');
	});
});

describe('characters outside the BMP', () => {
	it('are never cut in half', () => {
		expect(cleanText(`${'x'.repeat(499)}🎉`, [])).toBe('x'.repeat(499));
		expect(cutText('🎉🎉', 2)).toBe('🎉');
		expect(cutText('🎉🎉', 3)).toBe('🎉');
	});

	it('that arrive in halves become a blank', () => {
		expect(cleanText('a\ud83db\udf89c', [])).toBe('a b c');
		expect(cleanText('\ud83d', [])).toBe('');
	});
});
