// One event of each kind, as Feishu's pages show them. IDs are invented.

/** The definition of a flow. */
interface FlowInfo {
	id: string;
	name: { zh?: string; en?: string };
}

const STANDARD_FLOW: FlowInfo = {
	id: '628c000000000000000000bb',
	name: { zh: '标准入职', en: 'Standard onboarding' },
};

/** What the event says, by Feishu's name. */
export const SAMPLE_EVENTS: Readonly<Record<string, Record<string, unknown>>> = {
	'corehr.pre_hire.onboarding_task_changed_v2': flowChange('7345005664477775407', 'withdrawn', [
		{ task_code: '1', after_status: 'terminated' },
	]),
	'corehr.pre_hire.updated_v1': {
		pre_hire_id: '7345005664477775407',
		field_changes: ['onboarding_date', 'wk_updated_at'],
	},
	'corehr.job_data.employed_v1': {
		job_data_id: '7072306364927000001',
		employment_id: '7072306364927000002',
		target_user_id: { open_id: 'ou_demo', union_id: 'on_demo' },
	},
	'hire.application.stage_changed_v1': {
		application_id: '7137809347463546412',
		origin_stage_id: '6960663240925956001',
		target_stage_id: '6960663240925956002',
		update_time: 1_796_000_000_123,
	},
	'hire.offer.status_changed_v1': { offer_id: '7137809347463546999' },
	'hire.ehr_import_task.imported_v1': {
		task_id: '7137809347463500001',
		application_id: '7137809347463546412',
		ehr_department_id: '100001',
		ehr_requirement_id: 'R-2099-001',
		operator_id: 'ou_demo',
		operator_user_id: 'ou_demo',
		ehr_department: { department_id: 'D100', open_department_id: 'od-demo' },
	},
	app_ticket: { app_ticket: 'placeholder-ticket-of-the-store-app' },
	app_open: { applicants: [{ open_id: 'ou_demo' }], installer: { open_id: 'ou_demo' } },
	app_status_change: { status: 'start_by_tenant', operator: { open_id: 'ou_demo' } },
	app_uninstalled: {},
	'corehr.employee.domain_event_v2': {
		event_type: 1,
		sub_event_type: 1001,
		employment_id: '7072306364927000002',
		opt_time: '1796000900',
		data: [{ id: '7072306364927000002', entity: 'employment', opt_type: 1, fields: ['status'] }],
	},
};

/** The event of an onboarding flow. Where the flow itself did not move, Feishu leaves its change empty. */
export function flowChange(
	preHireId: string,
	flowStatus: string | undefined,
	tasks: Array<{ task_code: string; after_status: string }>,
	flow: FlowInfo = STANDARD_FLOW,
): Record<string, unknown> {
	return {
		tenant_id: '6900000000000000001',
		pre_hire_id: preHireId,
		onboarding_task_changes: tasks,
		onboarding_flow_change: flowStatus === undefined ? {} : { after_status: flowStatus },
		onboarding_flow_id: '65c2000000000000000000aa',
		flow_info: { id: flow.id, name: { zh_cn: flow.name.zh, en_us: flow.name.en } },
	};
}
