// Companies, employee types, locations and countries: lists without filters, read page by page.
import type { RecordedCall } from '../server/api';
import { type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { languageList, listPage } from './listPages';
import type { Row } from './organisation';

/** These lists name no code for a bad page; the gateway's is likely. */
const BAD_PAGE = 99992402;

const common = ({ name, code, active }: Row) => ({
	name: languageList(name),
	code: code ?? '',
	active,
});

/** `GET v1/companies`. */
export function listCompanies(call: RecordedCall, world: TenantWorld): Reply {
	return listPage(call, world.organisation(call.tenant).companies, {
		badPage: BAD_PAGE,
		show: (company) => ({
			id: company.id,
			hiberarchy_common: common(company),
			sub_type_list: [{ enum_name: company.kind }],
		}),
	});
}

/** `GET v1/employee_types`. */
export function listEmployeeTypes(call: RecordedCall, world: TenantWorld): Reply {
	return listPage(call, world.organisation(call.tenant).employeeTypes, {
		badPage: BAD_PAGE,
		show: (type) => ({ id: type.id, ...common(type), default_employee_type: type.isDefault }),
	});
}

/** `GET v1/locations`. */
export function listLocations(call: RecordedCall, world: TenantWorld): Reply {
	return listPage(call, world.organisation(call.tenant).locations, {
		badPage: BAD_PAGE,
		show: (location) => ({
			id: location.id,
			hiberarchy_common: { ...common(location), parent_id: location.parentId ?? '' },
			location_usage_list: location.usages.map((enum_name) => ({ enum_name })),
			address: location.addresses.map(({ id, text, types }) => ({
				id,
				full_address_local_script: text,
				address_type_list: types.map((enum_name) => ({ enum_name })),
			})),
		}),
	});
}

/** `POST v2/basic_info/country_regions/search`. */
export function listCountries(call: RecordedCall, world: TenantWorld): Reply {
	return listPage(call, world.organisation(call.tenant).countries, {
		badPage: BAD_PAGE,
		show: ({ id, ...country }) => ({ country_region_id: id, ...common(country as Row) }),
	});
}
