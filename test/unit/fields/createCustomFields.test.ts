/** Custom field values: always a text, in the form that the type of the field wants. */
import { readCustomFields } from '../../../nodes/FeishuCoreHr/actions/fields/customFields';
import {
	readCustomFieldKey,
	writeCustomFieldKey,
} from '../../../nodes/FeishuCoreHr/feishu/lists/customFieldKey';

const read = (kind: string, value: unknown) =>
	readCustomFields({ [`pre_hire:${kind}:x__c`]: value }, 'Asia/Shanghai');

it.each([
	['text', 'two "words"', '["two \\"words\\""]'],
	['text', 5, '["5"]'],
	['boolean', false, 'false'],
	['boolean', 'true', 'true'],
	['number', 0, '0'],
	['number', '-1.50', '-1.50'],
	['option', ' small__c ', 'small__c'],
	['options', ['a__c', 'b__c'], '["a__c","b__c"]'],
	['options', 'a__c', '["a__c"]'],
	['person', '7182', '7182'],
	['person', ['7182', '7183'], '["7182","7183"]'],
	['date', new Date('2026-11-30T17:00:00Z'), '2026-12-01'],
	['file', 'f1, f2', '[{"file_id":"f1"},{"file_id":"f2"}]'],
])('writes %s %j as %s', (kind, given, value) => {
	expect(read(kind, given)).toEqual({
		ok: true,
		value: { pre_hire: [{ field_name: 'x__c', value }], person: [] },
	});
});

it.each([undefined, null, ''])('leaves out a field that is %j', (value) => {
	expect(read('text', value)).toEqual({ ok: true, value: { pre_hire: [], person: [] } });
});

const KINDS = ['text', 'boolean', 'number', 'option', 'options', 'person', 'date', 'file'] as const;

it.each(KINDS)('finds the object and the kind %s in the key again', (kind) => {
	const key = { object: 'person', kind, name: 'my_field__c' } as const;
	expect(readCustomFieldKey(writeCustomFieldKey(key))).toEqual(key);
});

it.each(['x__c', 'pre_hire:text', 'employment:text:x__c', 'pre_hire:text:a b', '__proto__:text:x'])(
	'takes %s for no key',
	(key) => {
		expect(readCustomFieldKey(key)).toBeUndefined();
	},
);
