// IDs of invented records: 19 digits, as CoreHR's are, with the kind and the number to be read in them.

const KINDS = {
	department: '10',
	company: '20',
	employeeType: '30',
	location: '40',
	address: '41',
	job: '50',
	jobFamily: '51',
	jobLevel: '52',
	jobGrade: '53',
	position: '54',
	employment: '60',
	person: '61',
	newEmployment: '62',
	jobData: '63',
	country: '70',
} as const;

/** The ID of the nth invented record of a kind, beyond what a JavaScript number can hold. */
export function inventedId(kind: keyof typeof KINDS, number: number): string {
	return `7063${KINDS[kind]}${String(number).padStart(13, '0')}`;
}
