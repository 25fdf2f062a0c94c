/** What stands in a pick list and belongs to a pre-hire's offer. Create and Update have them. */
import type { ListedField } from './locator';

export const COMPANY: ListedField = {
	name: 'companyId',
	target: 'company',
	displayName: 'Company',
	description:
		'The company that signs the contract. Many tenants need it, also to number employees.',
	method: 'searchCompanies',
	example: '6738317738688661772',
};

export const DEPARTMENT: ListedField = {
	name: 'departmentId',
	target: 'department_id',
	displayName: 'Department',
	description:
		'Where the person will work. The list says whether the department needs a job or a position. The ID is the CoreHR ID: one that begins with od- is of another kind.',
	method: 'searchDepartments',
	example: '7147562782945478177',
};

export const DIRECT_LEADER: ListedField = {
	name: 'directLeaderId',
	target: 'direct_leader_id',
	displayName: 'Direct Leader',
	description: 'To whom the person will report: somebody who has joined already',
	method: 'searchEmployees',
	example: '6893014062142064135',
};

export const EMPLOYEE_TYPE: ListedField = {
	name: 'employeeTypeId',
	target: 'employee_type_id',
	displayName: 'Employee Type',
	description:
		'The tenant’s own kind of employee, such as regular or intern. Many tenants need it, also to number employees.',
	method: 'searchEmployeeTypes',
	example: '6977976735715378724',
};

/** Feishu cannot change it after the person is created. */
export const FLOW: ListedField = {
	name: 'flowId',
	target: 'flow_id',
	displayName: 'Onboarding Flow',
	description: 'Which onboarding flow to begin. Without it Feishu chooses one.',
	method: 'searchFlows',
	example: '628c00000000000000000001',
	anyText: true,
};

export const JOB: ListedField = {
	name: 'jobId',
	target: 'job_id',
	displayName: 'Job',
	description: 'What the person will do. Departments that work with jobs need it.',
	method: 'searchJobs',
	example: '6966236933198415372',
};

export const OFFER_HR: ListedField = {
	name: 'offerHrId',
	target: 'offer_hr_id',
	displayName: 'Offer HR',
	description: 'Who looks after the offer: somebody in HR who has joined already',
	method: 'searchEmployees',
	example: '6893014062142064135',
};

export const OFFICE_LOCATION: ListedField = {
	name: 'officeLocationId',
	target: 'office_location_id',
	displayName: 'Office Location',
	description:
		'The building where the desk will be. Feishu does not tell which locations it takes.',
	method: 'searchLocations',
	example: '6977976687350924833',
};

export const ONBOARDING_LOCATION: ListedField = {
	name: 'onboardingLocationId',
	target: 'onboarding_location_id',
	displayName: 'Onboarding Location',
	description:
		'Where the person arrives on the first day. Feishu does not tell which locations it takes: likely ones come first.',
	method: 'searchLocations',
	example: '6977976687350924833',
};

export const POSITION: ListedField = {
	name: 'positionId',
	target: 'position_id',
	displayName: 'Position',
	description:
		'The post that the person fills. Departments that work with positions need it; the list shows those of the chosen department.',
	method: 'searchPositions',
	example: '7094136522860922111',
};

export const WORK_LOCATION: ListedField = {
	name: 'workLocationId',
	target: 'work_location_id',
	displayName: 'Work Location',
	description: 'The city or region of work. Feishu does not tell which locations it takes.',
	method: 'searchWorkLocations',
	example: '6977976687350924833',
};
