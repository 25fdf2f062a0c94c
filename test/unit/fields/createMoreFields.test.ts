/** More Fields: merged in depth, never into what all objects share. */
import { mergeDeep } from '../../../nodes/FeishuCoreHr/actions/fields/create/merge';
import { readMoreCreateFields } from '../../../nodes/FeishuCoreHr/actions/fields/create/moreFields';

it('merges objects in depth; lists and plain values take the place of what was there', () => {
	const first = { a: { b: 1, c: [1, 2] }, d: 'x', e: { f: 1 } };
	const second = { a: { c: [3], g: null }, d: { h: 1 }, e: 5 };
	expect(mergeDeep(first, second)).toEqual({ a: { b: 1, c: [3], g: null }, d: { h: 1 }, e: 5 });
	expect(first).toEqual({ a: { b: 1, c: [1, 2] }, d: 'x', e: { f: 1 } });
});

it.each([
	['nothing', undefined, {}],
	['a blank text', '  ', {}],
	[
		'a text',
		'{"offer_info": {"pathway": "management"}}',
		{ offer_info: { pathway: 'management' } },
	],
	['an object', { basic_info: { is_disabled: false } }, { basic_info: { is_disabled: false } }],
	['a date inside', { a: new Date(0) }, { a: '1970-01-01T00:00:00.000Z' }],
])('reads %s', (_name, given, value) => {
	expect(readMoreCreateFields(given)).toEqual({ ok: true, value });
});

it.each([
	['a circle', circle()],
	['a large whole number deep inside', '{"a": [{"b": [12345678901234567890]}]}'],
	['a list', []],
	['true', true],
])('refuses %s', (_name, given) => {
	expect(readMoreCreateFields(given)).toMatchObject({
		ok: false,
		failure: { code: 'INVALID_MORE_FIELDS' },
	});
});

function circle(): object {
	const inner: Record<string, unknown> = {};
	inner.self = inner;
	return inner;
}
