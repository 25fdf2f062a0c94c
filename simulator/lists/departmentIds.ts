// The three IDs of a department, and which of them a call speaks.
import type { RecordedCall } from '../server/api';
import type { Department } from './organisation';

const READERS = {
	open_department_id: ({ openId }: Department) => openId,
	department_id: ({ customId }: Department) => customId,
	people_corehr_department_id: ({ id }: Department) => id,
};

/** Feishu's values of `department_id_type`. */
export type DepartmentIdType = keyof typeof READERS;

/** Turns departments into the IDs of one type, and back. */
export interface DepartmentIds {
	of(department: Department): string;
	find(departments: readonly Department[], id: string): Department | undefined;
	/** The CoreHR ID in this type; undefined for an ID that no department has. */
	ofId(departments: readonly Department[], corehrId: string | undefined): string | undefined;
}

/** The type that the query names, else the default of the call; undefined for a type Feishu does not know. */
export function departmentIds(
	call: RecordedCall,
	byDefault: DepartmentIdType,
): DepartmentIds | undefined {
	const type = call.query.department_id_type || byDefault;
	if (!isType(type)) return undefined;
	const of = READERS[type];
	return {
		of,
		find: (departments, id) => departments.find((department) => of(department) === id),
		ofId: (departments, corehrId) => {
			const department = departments.find(({ id }) => id === corehrId);
			return department && of(department);
		},
	};
}

function isType(type: string): type is DepartmentIdType {
	return Object.hasOwn(READERS, type);
}
