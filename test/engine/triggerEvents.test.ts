/** Every kind of event, encrypted and plain: genuine it starts the workflow once, forged it does not, repeated it does not again. */
import { EVENT_KINDS } from '../../nodes/FeishuCoreHr/feishu/events/kinds';
import { CUSTOM_APP, SAMPLE_EVENTS, STORE_APP } from '../../simulator';
import { feishu, useSimulator } from '../harness/feishu';
import { startTrigger, type TriggerServer } from '../harness/trigger';
import type { INodeParameters } from 'n8n-workflow';

/** Feishu's 6 hours are 22 milliseconds here. */
useSimulator({ eventTimeScale: 0.000_001 });

let trigger: TriggerServer;
afterEach(async () => await trigger.stop());

/** A published trigger for the app, its address entered at Feishu. */
async function listen(
	parameters: INodeParameters,
	appId = CUSTOM_APP.appId,
	isEncrypted = true,
): Promise<void> {
	const { events } = feishu();
	if (!isEncrypted) events.setKeys(appId, { encryptKey: '' });
	trigger = await startTrigger({ parameters, keys: { ...events.keysOf(appId), appId } });
	await trigger.publish();
	expect(await events.register(appId, trigger.url)).toBeUndefined();
}

const appOf = (type: string) =>
	EVENT_KINDS.find(({ eventType }) => eventType === type)?.appTypes.includes('custom')
		? CUSTOM_APP
		: STORE_APP;

const statuses = () => feishu().events.deliveries.map(({ status }) => status);

const MOVES = EVENT_KINDS.filter(({ eventType }) =>
	eventType.endsWith('onboarding_task_changed_v2'),
);

const CASES = EVENT_KINDS.flatMap(({ name, eventType }) =>
	[true, false].map(
		(isEncrypted) => [name, isEncrypted ? 'encrypted' : 'plain', eventType] as const,
	),
);

describe.each(CASES)('%s, %s', (name, how, type) => {
	const app = appOf(type);
	beforeEach(async () => await listen({ events: [name] }, app.appId, how === 'encrypted'));

	it('starts the workflow once with its facts', async () => {
		const { eventId, settled } = feishu().events.push({
			type,
			appId: app.appId,
			createdAt: 1_796_000_000_123,
		});
		await settled;
		expect(statuses()).toEqual([200]);
		expect(trigger.items).toEqual([
			{
				event_id: eventId,
				event: name,
				event_type: type,
				created_at: '2026-11-30T00:53:20.123Z',
				...(type !== 'app_ticket' && { tenant_key: app.tenants[0] }),
				app_id: app.appId,
				...factsOf(name, type),
			},
		]);
	});

	it('does not start it when Feishu sends it again, at once or later', async () => {
		await feishu().events.push({ type, appId: app.appId, repeatTaken: true }).settled;
		expect(statuses()).toEqual([200, 200]);
		await feishu().events.push({ type, appId: app.appId, copies: 5 }).settled;
		expect(trigger.items).toHaveLength(2);
		expect(new Set(statuses())).toEqual(
			statuses().includes(503) ? new Set([200, 503]) : new Set([200]),
		);
	});

	it('does not start it when it is forged', async () => {
		const keys = feishu().events.keysOf(app.appId);
		feishu().events.setKeys(app.appId, {
			encryptKey: how === 'encrypted' ? 'another key' : '',
			verificationToken: 'another token',
		});
		await feishu().events.push({ type, appId: app.appId }).settled;
		expect(new Set(statuses())).toEqual(new Set([401]));
		expect(trigger.items).toEqual([]);
		expect(trigger.thrown).toEqual([]);
		const warnings = trigger.logs().filter(({ level }) => level === 'warn');
		expect(warnings).toHaveLength(statuses().length);
		expect(JSON.stringify(trigger.logs())).not.toContain(keys.verificationToken);
	});
});

function factsOf(name: string, type: string): object {
	if (!MOVES.some((kind) => kind.name === name)) return SAMPLE_EVENTS[type] ?? {};
	return {
		pre_hire_id: '7345005664477775407',
		onboarding_status: 'withdrawn',
		tasks: [{ code: '1', name: 'Job information', status: 'terminated' }],
		flow_id: '628c000000000000000000bb',
		flow_name: '标准入职',
	};
}

describe('which events start the workflow', () => {
	const FLOW = 'corehr.pre_hire.onboarding_task_changed_v2';

	/** Pushes a change of the flow, of tasks, or of both. */
	async function move(status: string | undefined, taskStatuses: string[] = []): Promise<void> {
		const tasks = taskStatuses.map((after_status) => ({ task_code: '2', after_status }));
		const event = {
			...SAMPLE_EVENTS[FLOW],
			onboarding_task_changes: tasks,
			onboarding_flow_change: null,
		};
		await feishu().events.push({
			type: FLOW,
			event:
				status === undefined
					? event
					: { ...event, onboarding_flow_change: { after_status: status } },
		}).settled;
	}

	const names = () => trigger.items.map(({ event }) => event);

	it('onboarding statuses are told apart from tasks', async () => {
		await listen({ events: ['onboardingTaskChanged'] });
		await move('withdrawn');
		await move(undefined, ['completed']);
		await move('completed', ['completed']);
		expect(names()).toEqual(['onboardingTaskChanged', 'onboardingTaskChanged']);
		expect(trigger.items[0]).not.toHaveProperty('onboarding_status');
		expect(trigger.items[1]).toMatchObject({ onboarding_status: 'completed' });
	});

	it('only the statuses chosen', async () => {
		await listen({
			events: ['onboardingStatusChanged'],
			onboardingStatuses: ['withdrawn', 'expired'],
		});
		for (const status of ['in_progress', 'withdrawn', 'completed', 'expired']) await move(status);
		await move(undefined, ['completed']);
		expect(trigger.items.map(({ onboarding_status }) => onboarding_status)).toEqual([
			'withdrawn',
			'expired',
		]);
		expect(statuses()).toEqual([200, 200, 200, 200, 200]);
	});

	it('a status that is not chosen still counts as a change of tasks, where tasks are chosen', async () => {
		await listen({
			events: ['onboardingStatusChanged', 'onboardingTaskChanged'],
			onboardingStatuses: ['withdrawn'],
		});
		await move('in_progress', ['in_progress']);
		await move('in_progress');
		await move('withdrawn', ['terminated']);
		expect(names()).toEqual(['onboardingTaskChanged', 'onboardingStatusChanged']);
	});

	it('an event of an unknown form passes whole, as data', async () => {
		await listen({ events: ['onboardingStatusChanged'], onboardingStatuses: ['withdrawn'] });
		const odd = [{ id: 7 }, 7, [1, 2], null];
		for (const event of odd) {
			await feishu().events.push({
				type: FLOW,
				event: { ...SAMPLE_EVENTS[FLOW], pre_hire_id: event },
			}).settled;
		}
		expect(trigger.items.map(({ data }) => (data as { pre_hire_id: unknown }).pre_hire_id)).toEqual(
			odd,
		);
		expect(names()).toEqual(odd.map(() => 'onboardingStatusChanged'));
	});

	it('other event types by Feishu’s name; an inner event_type does not hide the outer one', async () => {
		const type = 'corehr.employee.domain_event_v2';
		await listen({
			events: ['onboardingStatusChanged'],
			options: { otherEventTypes: ` corehr.offboarding.updated_v2 , ${type}` },
		});
		await feishu().events.push({ type }).settled;
		await feishu().events.push({ type: 'corehr.person.updated_v1' }).settled;
		expect(trigger.items).toEqual([
			expect.objectContaining({
				event: 'other',
				event_type: type,
				employment_id: '7072306364927000002',
				data: { event_type: 1, data: [expect.objectContaining({ opt_type: 1 })] },
			}),
		]);
	});

	it('any event: known ones under their names, unknown ones as other, in both envelopes', async () => {
		await listen({ events: ['any'] });
		await feishu().events.push({ type: 'corehr.job_data.employed_v1' }).settled;
		await feishu().events.push({ type: 'something.new_v9', event: ['a list'] }).settled;
		await feishu().events.push({
			type: 'leave_approval',
			version: '1.0',
			event: { employee_id: '7' },
		}).settled;
		expect(names()).toEqual(['employeeJoined', 'other', 'other']);
		expect(trigger.items[1]).toMatchObject({ data: ['a list'] });
		expect(trigger.items[2]).toMatchObject({
			event_type: 'leave_approval',
			tenant_key: CUSTOM_APP.tenants[0],
			employee_id: '7',
			created_at: expect.stringMatching(/^2026-.*Z$/),
		});
	});

	it('not simplified: Feishu’s body without the Verification Token', async () => {
		await listen({ events: ['any'], simplify: false });
		await feishu().events.push({ type: FLOW, eventId: 'raw-1' }).settled;
		await feishu().events.push({ type: 'app_status_change', version: '1.0', eventId: 'raw-2' })
			.settled;
		expect(trigger.items).toEqual([
			{
				schema: '2.0',
				header: expect.objectContaining({ event_id: 'raw-1', app_id: CUSTOM_APP.appId }),
				event: SAMPLE_EVENTS[FLOW],
			},
			expect.objectContaining({ uuid: 'raw-2', type: 'event_callback' }),
		]);
		expect(JSON.stringify(trigger.items)).not.toContain(
			feishu().events.keysOf(CUSTOM_APP.appId).verificationToken,
		);
	});

	it('takes events out of order, each once', async () => {
		await listen({ events: ['employeeJoined'] });
		const { events } = feishu();
		events.hold();
		const pushed = ['1', '2', '3'].map((eventId) =>
			events.push({ type: 'corehr.job_data.employed_v1', eventId: `order-${eventId}` }),
		);
		events.release();
		await Promise.all(pushed.map(async ({ settled }) => await settled));
		expect(new Set(trigger.items.map(({ event_id }) => event_id))).toEqual(
			new Set(['order-1', 'order-2', 'order-3']),
		);
	});
});
