/** The body of Feishu's create call, from all fields of Create. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { succeed, type Result } from '../../../feishu/core/failure';
import { readAdditionalFields } from './additionalFields';
import { readCustomFields, type CustomFieldValue } from '../customFields';
import { mergeDeep } from './merge';
import { readMoreCreateFields } from './moreFields';
import { readOffer } from './offer';
import { readPerson } from './person';

/** Later groups win over earlier ones; the external ID cannot be overwritten. */
export function readCreateBody(
	context: IExecuteFunctions,
	itemIndex: number,
	externalId: string,
): Result<IDataObject> {
	const get = (name: string): unknown => context.getNodeParameter(name, itemIndex, null);
	const timeZone = context.getTimezone();
	const person = readPerson(get);
	if (!person.ok) return person;
	const offer = readOffer(get, timeZone);
	if (!offer.ok) return offer;
	const additional = readAdditionalFields(get('additionalFields') ?? {});
	if (!additional.ok) return additional;
	const custom = readCustomFields(get('customFields'), timeZone);
	if (!custom.ok) return custom;
	const more = readMoreCreateFields(get('moreFields'));
	if (!more.ok) return more;
	const { fullName, phoneNumber, phoneAreaCode } = person.value;
	const common: IDataObject = {
		basic_info: {
			name: { full_name: fullName },
			phone_number: phoneNumber,
			international_area_code: phoneAreaCode,
			...listOf(custom.value.person),
		},
		offer_info: { ...offer.value, ...listOf(custom.value.pre_hire) },
	};
	const merged = [additional.value, more.value].reduce(mergeDeep, common);
	return succeed({ ...merged, out_biz_id: externalId });
}

function listOf(values: CustomFieldValue[]): IDataObject {
	return values.length > 0 ? { custom_fields: values } : {};
}
