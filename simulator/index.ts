// What the simulator offers to tests, demos and its own command line.
export { startSimulator, type FeishuSimulator, type StageChange } from './simulator';
export type { SimulatorOptions } from './tenantWorld';
export type { Api, RecordedCall, RecordedHeaders } from './server/api';
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
} from './gateway/apps';
export { RESTORE_CODES, type CodeFacts } from './gateway/codes';
export type { Fault, FaultPlan, PageFault, PlannedCall, Work } from './faults/faults';
export {
	ABSENT_PRE_HIRE_ID,
	SHARED_ATS_APPLICATION_ID,
	inventedPeople,
	inventedPeopleOfStoreTenants,
} from './preHires/inventedPeople';
export {
	dayFromToday,
	type OnboardingStatus,
	type PersonRecord,
	type PersonSeed,
} from './preHires/people';
export type { QuotaRule } from './gateway/quota';
export type { SearchPaging } from './preHires/searchPages';
export { TEST_CERTIFICATE } from './server/testCertificate';
