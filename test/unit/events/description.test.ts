/** The trigger as n8n shows it: its list is made from the kinds, its answer is its own, nothing about it is an action node's. */
import { FeishuCoreHrTrigger } from '../../../nodes/FeishuCoreHr/FeishuCoreHrTrigger.node';
import { EVENT_KINDS } from '../../../nodes/FeishuCoreHr/feishu/events/kinds';
import { SAMPLE_EVENTS } from '../../../simulator';

const { description } = new FeishuCoreHrTrigger();

const field = (name: string) => description.properties.find((property) => property.name === name);

it('offers every kind and Any Event, sorted, each with a description', () => {
	const options = (field('events')?.options ?? []) as Array<{ name: string; value: string }>;
	expect(options.map(({ value }) => value).sort()).toEqual(
		['any', ...EVENT_KINDS.map(({ name }) => name)].sort(),
	);
	const names = options.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
	for (const option of options) expect(option).toHaveProperty('description', expect.any(String));
});

it('has the names that saved workflows depend on', () => {
	expect(EVENT_KINDS.map(({ name }) => name)).toEqual([
		'onboardingStatusChanged',
		'onboardingTaskChanged',
		'preHireUpdated',
		'employeeJoined',
		'applicationStageChanged',
		'offerStatusChanged',
		'ehrImportStarted',
		'appTicketReceived',
		'appInstalled',
		'appStatusChanged',
		'appUninstalled',
	]);
	const statuses = (field('onboardingStatuses')?.options ?? []) as Array<{ value: string }>;
	expect(statuses.map(({ value }) => value).sort()).toEqual(
		['completed', 'expired', 'in_progress', 'not_started', 'others', 'withdrawn'].sort(),
	);
	expect(description).toMatchObject({
		inputs: [],
		outputs: ['main'],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: 'webhook',
				responseMode: 'onReceived',
				responseData: '',
			},
		],
		credentials: [{ name: 'feishuCoreHrEventsApi', required: true }],
	});
	expect(description).not.toHaveProperty('usableAsTool');
});

it('is of no version for which n8n evaluates an expression in every request', () => {
	expect(description.version).toBe(1.1);
	// n8n resolves the webhook's description at each request as well.
	expect(JSON.stringify(description.webhooks)).not.toContain('"=');
});

it('tells the four steps and that one app has one address', () => {
	const notice = field('setupNotice')?.displayName ?? '';
	expect(notice.match(/\d\. /g)).toEqual(['1. ', '2. ', '3. ', '4. ']);
	expect(notice).toContain('One app has one address');
	// n8n drops the others, and their words run together.
	const tags = [...notice.matchAll(/<\/?(\w+)/g)].map(([, tag]) => tag);
	expect(new Set(tags)).toEqual(new Set(['a', 'ul', 'li']));
});

it('every kind has a sample event at the simulator', () => {
	for (const { eventType } of EVENT_KINDS) expect(SAMPLE_EVENTS).toHaveProperty([eventType]);
});

it('is found by what builders type', () => {
	const codex = jest.requireActual<{ node: string; alias: string[]; resources: object }>(
		'../../../nodes/FeishuCoreHr/FeishuCoreHrTrigger.node.json',
	);
	expect(codex.node).toBe('n8n-nodes-feishu-corehr.feishuCoreHrTrigger');
	for (const alias of ['飞书', 'lark', '事件订阅', 'withdrawn'])
		expect(codex.alias).toContain(alias);
	expect(codex.resources).toBeDefined();
});
