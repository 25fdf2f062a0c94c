// The invented pick lists that every tenant begins with.
import {
	inventedCompanies,
	inventedCountries,
	inventedEmployeeTypes,
	inventedLocations,
} from './inventedBasics';
import { inventedDepartments } from './inventedDepartments';
import { inventedEmployees } from './inventedEmployees';
import { inventedCustomFields, inventedFlows, inventedOptions } from './inventedFields';
import {
	inventedGrades,
	inventedFamilies,
	inventedJobs,
	inventedLevels,
	inventedPositions,
} from './inventedJobs';
import type { Organisation } from './organisation';

/** An invented organisation. @param departments at least so many departments */
export function inventedOrganisation(departments = 0): Organisation {
	return {
		departments: inventedDepartments(departments),
		companies: inventedCompanies(),
		employeeTypes: inventedEmployeeTypes(),
		locations: inventedLocations(),
		jobs: inventedJobs(),
		jobFamilies: inventedFamilies(),
		jobLevels: inventedLevels(),
		jobGrades: inventedGrades(),
		positions: inventedPositions(),
		employees: inventedEmployees(),
		flows: inventedFlows(),
		optionFields: inventedOptions(),
		customFields: inventedCustomFields(),
		countries: inventedCountries(),
	};
}
