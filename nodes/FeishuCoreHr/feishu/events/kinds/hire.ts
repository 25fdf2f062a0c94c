/** Events of Feishu Hire, the recruiting system. Their `application_id` is the ATS application ID of a pre-hire. */
import { BOTH_APP_TYPES, type EventKind } from './kind';

export const HIRE_KINDS: readonly EventKind[] = [
	{
		name: 'applicationStageChanged',
		title: 'Application Stage Changed (Feishu Hire)',
		description: 'A candidate’s application moved to another stage',
		eventType: 'hire.application.stage_changed_v1',
		scopes: ['hire:application:readonly'],
		appTypes: BOTH_APP_TYPES,
	},
	{
		name: 'offerStatusChanged',
		title: 'Offer Status Changed (Feishu Hire)',
		description: 'An offer moved. The event does not say to which status; internships send none.',
		eventType: 'hire.offer.status_changed_v1',
		scopes: ['hire:offer:readonly', 'hire:offer:low_sensitive_info:readonly'],
		appTypes: BOTH_APP_TYPES,
	},
	{
		name: 'ehrImportStarted',
		title: 'Import Into E-HR Started (Feishu Hire)',
		description: 'A recruiter pressed “import into e-HR”: the natural start of a new pre-hire',
		eventType: 'hire.ehr_import_task.imported_v1',
		scopes: ['hire:ehr_import'],
		appTypes: ['custom'],
	},
];
