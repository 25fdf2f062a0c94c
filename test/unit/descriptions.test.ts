/** What builders read: every field explained, every code with a way out, no sentence that n8n would rewrite. */
import { NodeApiError, type INode, type INodeProperties } from 'n8n-workflow';

import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { FeishuCoreHrEventsApi } from '../../credentials/FeishuCoreHrEventsApi.credentials';
import { allOperations } from '../../nodes/FeishuCoreHr/actions/resources';
import { FeishuCoreHr } from '../../nodes/FeishuCoreHr/FeishuCoreHr.node';
import { FeishuCoreHrTrigger } from '../../nodes/FeishuCoreHr/FeishuCoreHrTrigger.node';
import { APPLICATION_CODES } from '../../nodes/FeishuCoreHr/feishu/application/codes';
import type { CodeTable } from '../../nodes/FeishuCoreHr/feishu/answers/codeTable';
import { GATEWAY_CODES } from '../../nodes/FeishuCoreHr/feishu/answers/gatewayCodes';
import { COMPLETE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/complete';
import { TASK_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/onboardingTask';
import { LIST_CODES } from '../../nodes/FeishuCoreHr/feishu/lists/codes';
import { CREATE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/create';
import { RESTORE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/restore';
import { SEARCH_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/search';
import { TOKEN_EXCHANGE_CODES } from '../../nodes/FeishuCoreHr/feishu/tokens/exchangeCodes';
import { UPDATE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/update';
import { WITHDRAW_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/withdraw';

const { description } = new FeishuCoreHr();

/** A field and all fields inside it. */
function withInner(field: INodeProperties): INodeProperties[] {
	const inner = (field.options ?? []).filter(
		(option): option is INodeProperties => 'type' in option && 'displayName' in option,
	);
	return [field, ...inner.flatMap(withInner)];
}

/** A notice is its own text; n8n’s guidelines want no text at Trigger On, and a text of their own at Simplify. */
function isExplained({ type, name }: INodeProperties): boolean {
	return type !== 'notice' && name !== 'events' && name !== 'simplify';
}

const fields = [
	...description.properties,
	...new FeishuCoreHrTrigger().description.properties.filter(isExplained),
	...new FeishuCoreHrApi().properties.filter(({ type }) => type !== 'hidden'),
	...new FeishuCoreHrEventsApi().properties,
].flatMap(withInner);

const words = (text: string) => new Set(text.toLowerCase().match(/[a-z]+/g) ?? []);

it.each(fields.map((field) => [field.displayName, field] as const))(
	'field %s has a description that says more than its name',
	(_name, field) => {
		const said = words(field.description ?? '');
		for (const word of words(`${field.displayName} ${field.name}`)) said.delete(word);
		expect(said.size).toBeGreaterThanOrEqual(4);
		expect(field.description).not.toMatch(/please/i);
	},
);

it('offers every choice with a description', () => {
	const choices = fields.flatMap(({ type, options }) =>
		type === 'options' || type === 'multiOptions' ? (options ?? []) : [],
	);
	expect(choices.length).toBeGreaterThan(5);
	for (const choice of choices) expect(choice).toHaveProperty('description', expect.any(String));
});

const tables: Array<[string, CodeTable]> = [
	['restore', RESTORE_CODES],
	['update', UPDATE_CODES],
	['complete', COMPLETE_CODES],
	['onboarding task', TASK_CODES],
	['search', SEARCH_CODES],
	['withdraw', WITHDRAW_CODES],
	['create', CREATE_CODES],
	['list', LIST_CODES],
	['application', APPLICATION_CODES],
	['gateway', GATEWAY_CODES],
	['token exchange', TOKEN_EXCHANGE_CODES],
];

const entries = tables.flatMap(([table, codes]) =>
	[...codes].map(([code, entry]) => [table, code, entry] as const),
);

it.each(entries)('%s code %i says what happened, then what to do', (_table, code, entry) => {
	expect(entry.title).toMatch(/^[A-Z].{10,}[^.]$/);
	expect(entry.hint).toMatch(/^[A-Z].{30,}\.$/s);
	expect(`${entry.title} ${entry.hint}`).not.toMatch(/please|invalid|illegal|oops|sorry/i);
	expect(entry.hint).not.toContain(entry.title);
	expect(code).toBeGreaterThan(0);
});

it.each(entries)('n8n leaves the words of %s code %i alone', (_table, code, entry) => {
	const message = `${entry.title} (${code})`;
	const error = new NodeApiError(
		{ name: 'Feishu CoreHR' } as INode,
		{ code },
		{ message, description: entry.hint, httpCode: '400' },
	);
	expect(error.message).toBe(message);
	expect(error.description).toBe(entry.hint);
});

it('is found by what builders type', () => {
	const codex = jest.requireActual<{ alias: string[]; resources: object }>(
		'../../nodes/FeishuCoreHr/FeishuCoreHr.node.json',
	);
	for (const alias of [
		'restore',
		'恢复入职',
		'withdraw',
		'撤销入职',
		'待入职',
		'feishu',
		'飞书',
		'lark',
		'corehr',
		'feishu people',
		'pre-hire',
		'onboarding',
		'ATS',
		'HR',
	]) {
		expect(codex.alias).toContain(alias);
	}
	// n8n drops a codex without resources, silently.
	expect(codex.resources).toBeDefined();
});

it('names every operation in the subtitle', () => {
	expect(allOperations.length).toBeGreaterThan(2);
	for (const { resource, operation } of allOperations) {
		expect(description.subtitle).toContain(`"${resource.value} ${operation.value}":"`);
	}
});

it('can be an agent’s tool, with one input and one output', () => {
	expect(description).toMatchObject({ usableAsTool: true, inputs: ['main'], outputs: ['main'] });
});

it('declares every hidden field of the credential as a password, one of them expirable', () => {
	const hidden = new FeishuCoreHrApi().properties.filter(({ type }) => type === 'hidden');
	expect(hidden.map(({ name }) => name)).toEqual([
		'accessToken',
		'accessTokenExpiresAt',
		'accessTokenOwner',
	]);
	expect(hidden.map(({ typeOptions }) => typeOptions?.password)).toEqual([true, true, true]);
	expect(hidden.map(({ typeOptions }) => typeOptions?.expirable)).toEqual([
		true,
		undefined,
		undefined,
	]);
});
