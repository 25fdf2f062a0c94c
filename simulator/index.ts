// What the simulator offers to tests, demos and its own command line.
export { startSimulator } from './simulator';
export type { FeishuSimulator, StageChange } from './feishuSimulator';
export type { SimulatorOptions } from './tenantWorld';
export type { Api, RecordedCall, RecordedHeaders } from './server/api';
export {
	CUSTOM_APP,
	FOREIGN_APP,
	HOME_TENANT,
	STORE_APP,
	type AppSeed,
	type DataRange,
	type DataRanges,
} from './gateway/apps';
export {
	CALL_SCOPES,
	DEFAULT_SCOPES,
	LEGAL_NAME_SCOPE,
	RESTORE_SCOPE,
	SEARCH_SCOPES,
	WITHDRAWN_REASON_SCOPE,
	WITHDRAW_SCOPE,
} from './gateway/scopes';
export { SAMPLE_EVENTS, type Delivery, type EventDesk } from './events';
export { RESTORE_CODES, type PageRow } from './gateway/restorePage';
export { CODES_OF_CALL, type CodeFacts } from './gateway/codesOfCalls';
export type { Fault, FaultPlan, PageFault, PlannedCall, Work } from './faults/faults';
export {
	ABSENT_PRE_HIRE_ID,
	SHARED_ATS_APPLICATION_ID,
	inventedPeople,
	inventedPeopleOfStoreTenants,
} from './preHires/inventedPeople';
export { dayFromToday } from './preHires/days';
export type {
	OnboardingStatus,
	PersonRecord,
	PersonSeed,
	Task,
	TaskStatus,
} from './preHires/people';
export { inventedCandidate } from './preHires/inventedCandidate';
export { CUSTOM_TASK_CODE } from './lists/inventedFields';
export { departmentId } from './lists/inventedDepartments';
export { inventedId } from './lists/inventedIds';
export type * from './lists/organisation';
export { DEFAULT_ANSWERS, type OpenQuestions } from './openQuestions';
export { LEVELS, type QuotaWindow } from './gateway/routeQuotas';
export type { QuotaOptions, QuotaRule } from './gateway/quota';
export type { SearchPaging } from './preHires/searchPages';
export { TEST_CERTIFICATE } from './server/testCertificate';
