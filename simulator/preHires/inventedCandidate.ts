// A body that create accepts: somebody invented, for demos, benches and tests.
import { departmentId } from '../lists/inventedDepartments';
import { inventedId } from '../lists/inventedIds';
import { dayFromToday } from './days';

/** What a create's body holds at least. */
export interface CandidateBody {
	basic_info: Record<string, unknown>;
	offer_info: Record<string, unknown>;
	out_biz_id?: string;
	[field: string]: unknown;
}

/** The nth invented candidate; nobody shares a phone number, an e-mail or a key with another. */
export function inventedCandidate(number: number): CandidateBody {
	const padded = String(number).padStart(6, '0');
	return {
		basic_info: {
			name: { full_name: `Invented Candidate ${number}` },
			phone_number: `13800${padded}`,
			international_area_code: '86_china',
			email: `candidate.${padded}@example.com`,
		},
		offer_info: {
			employment_type_id: 'employee',
			employee_type_id: inventedId('employeeType', 2),
			onboarding_date: dayFromToday(7),
			department_id: departmentId('sales'),
			company: inventedId('company', 1),
			onboarding_location_id: inventedId('location', 2),
			job_id: inventedId('job', 3),
		},
		out_biz_id: `invented-ats-${padded}`,
	};
}
