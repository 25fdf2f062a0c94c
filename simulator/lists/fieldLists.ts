// Onboarding flows, the options of a field, and the custom fields of the tenant.
import type { RecordedCall } from '../server/api';
import { refusal, success, type Reply } from '../server/replies';
import type { TenantWorld } from '../tenantWorld';
import { languagePair, listPage } from './listPages';

/** `GET v2/onboarding_flows`: no parameters and no pages. Whether it lists inactive flows is not known. */
export function listFlows(call: RecordedCall, world: TenantWorld): Reply {
	const { flows } = world.organisation(call.tenant);
	return success({ flow_list: flows.map(({ id, name }) => ({ id, name: languagePair(name) })) });
}

/** `GET v1/custom_fields/get_by_param`: one field and its options, in `data.data`. */
export function getFieldOptions(call: RecordedCall, world: TenantWorld): Reply {
	const { object_api_name: object, custom_api_name: name } = call.query;
	if (!object || !name) return refusal(call, 1160006);
	const { optionFields, customFields } = world.organisation(call.tenant);
	const objects = [...optionFields, ...customFields].map((field) => field.object);
	if (!objects.includes(object)) return refusal(call, 1162010);
	const field = optionFields.find((one) => one.object === object && one.field === name);
	if (!field) return refusal(call, 1162020);
	return success({
		data: {
			custom_api_name: name,
			object_api_name: object,
			type: 4,
			is_open: true,
			is_required: false,
			common_schema_config: {
				enum_field_setting: {
					is_multiple: false,
					enum_field_option_list: field.options.map((option) => ({
						api_name: option.apiName,
						name: languagePair(option.name),
						description: {},
						is_open: option.isOpen,
					})),
				},
			},
		},
	});
}

const MOST_OBJECTS = 20;

/** `GET v1/custom_fields/query`: the custom fields of up to 20 objects, all in one list. */
export function listCustomFields(call: RecordedCall, world: TenantWorld): Reply {
	const objects = new URLSearchParams(call.rawQuery).getAll('object_api_name_list');
	// Here this code means a missing parameter; on get_by_param it is HTTP 500 and a dirty field.
	if (objects.length === 0 || objects.length > MOST_OBJECTS) {
		return refusal(call, 1160005, { status: 400 });
	}
	const { customFields, optionFields } = world.organisation(call.tenant);
	const known = new Set([...customFields, ...optionFields].map(({ object }) => object));
	if (!objects.every((object) => known.has(object))) return refusal(call, 1162010);
	return success({
		items: customFields
			.filter(({ object }) => objects.includes(object))
			.map((field) => ({
				custom_api_name: field.apiName,
				object_api_name: field.object,
				name: languagePair(field.name),
				description: {},
				type: field.type,
				is_open: field.isOpen,
				is_required: field.isRequired,
				is_unique: false,
				...(field.config ? { common_schema_config: field.config } : {}),
				create_time: '1700000000000',
				update_time: '1700000000000',
			})),
	});
}

/** `GET v1/custom_fields/list_object_api_name`. */
export function listCustomFieldObjects(call: RecordedCall, world: TenantWorld): Reply {
	const { customFields, optionFields } = world.organisation(call.tenant);
	const objects = [...new Set([...customFields, ...optionFields].map(({ object }) => object))];
	return listPage(call, objects, {
		badPage: 99992402,
		show: (object) => ({ object_api_name: object, name: { en_us: object } }),
	});
}
