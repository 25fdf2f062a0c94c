// What the simulator offers to tests, demos and its own command line.
export { startSimulator, type FeishuSimulator } from './simulator';
export type { SimulatorOptions } from './tenantWorld';
export type { Api, RecordedCall, RecordedHeaders } from './api';
export {
	CUSTOM_APP,
	DEFAULT_SCOPES,
	HOME_TENANT,
	LEGAL_NAME_SCOPE,
	RESTORE_SCOPE,
	SEARCH_SCOPES,
	STORE_APP,
	WITHDRAWN_REASON_SCOPE,
	WITHDRAW_SCOPE,
	type AppSeed,
} from './apps';
export { RESTORE_CODES, type CodeFacts } from './codes';
export type { Fault, FaultPlan, PlannedCall } from './faults';
export {
	ABSENT_PRE_HIRE_ID,
	SHARED_ATS_APPLICATION_ID,
	inventedPeople,
	inventedPeopleOfStoreTenants,
} from './inventedPeople';
export { dayFromToday, type OnboardingStatus, type PersonRecord, type PersonSeed } from './people';
export type { QuotaOptions, QuotaRule } from './quota';
