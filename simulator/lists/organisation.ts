// What a tenant's pick lists hold. Tests may change the rows of a running simulator.

/** A name in up to two languages. */
export interface Names {
	zh?: string;
	en?: string;
}

/** What every row has. */
export interface Row {
	/** CoreHR ID, decimal digits. */
	id: string;
	name: Names;
	code?: string;
	active: boolean;
}

/** A department, with the two other IDs Feishu knows it by. */
export interface Department extends Row {
	/** `open_department_id`, `od-…`. */
	openId: string;
	/** `department_id`, as the tenant's administrator chose it. */
	customId: string;
	parentId?: string;
	managerId?: string;
	/** Whether its people need a job or a position. */
	staffingModel: 'job' | 'position' | 'non_job';
	/** First day, YYYY-MM-DD; absent: since ever. */
	validFrom?: string;
	/** Its headcount is used up: create and update are refused with 1161063. */
	full?: boolean;
}

export interface Company extends Row {
	kind: 'company' | 'vendor';
}

export interface EmployeeType extends Row {
	isDefault: boolean;
}

export interface Address {
	id: string;
	text: string;
	/** Names of `address_type`, such as `onboarding_address`. */
	types: string[];
}

export interface Location extends Row {
	parentId?: string;
	/** Names of `location_usage`. */
	usages: string[];
	addresses: Address[];
}

export interface Job extends Row {
	familyIds: string[];
	levelIds: string[];
}

export interface JobFamily extends Row {
	selectable: boolean;
	parentId?: string;
}

/** A job level or a job grade. */
export interface Level extends Row {
	order: number;
}

export interface Position extends Row {
	departmentId: string;
	jobId: string;
	/** First day, YYYY-MM-DD; absent: since ever. */
	validFrom?: string;
}

/** Somebody who has joined. */
export interface Employee {
	/** Employment ID, the `people_corehr_id`. */
	id: string;
	personId: string;
	/** `open_id`, `ou_…`; absent if the employee has no Feishu account: no ID can then be converted. */
	openId?: string;
	name: string;
	englishName?: string;
	number: string;
	email?: string;
	phone?: string;
	departmentId: string;
	jobTitle?: string;
	status: 'hired' | 'terminated';
}

/** A task of a flow's definition. */
export interface FlowTask {
	/** 1, 2, 3, 4, 9, or a UUID. */
	code: string;
	name: string;
	/** Submitting it asks somebody to review it. */
	reviewed: boolean;
}

export interface Flow {
	/** Opaque text. */
	id: string;
	name: Names;
	tasks: FlowTask[];
}

/** One option of a field. */
export interface FieldOption {
	apiName: string;
	name: Names;
	isOpen: boolean;
}

/** The options of one field of one object. */
export interface OptionField {
	object: string;
	field: string;
	options: FieldOption[];
}

/** A field that the tenant has added. */
export interface CustomField {
	apiName: string;
	object: string;
	name: Names;
	/** 1 text … 11 back reference. */
	type: number;
	isOpen: boolean;
	isRequired: boolean;
	/** `common_schema_config`; Feishu leaves it out for type 5, 6, 10 and 11. */
	config?: Record<string, unknown>;
}

/** The pick lists of one tenant. */
export interface Organisation {
	departments: Department[];
	companies: Company[];
	employeeTypes: EmployeeType[];
	locations: Location[];
	jobs: Job[];
	jobFamilies: JobFamily[];
	jobLevels: Level[];
	jobGrades: Level[];
	positions: Position[];
	employees: Employee[];
	flows: Flow[];
	optionFields: OptionField[];
	customFields: CustomField[];
	countries: Row[];
}
