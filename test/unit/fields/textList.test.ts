/** Lists of IDs as people write them, and what is no ID. */
import { whyNoFeishuId } from '../../../nodes/FeishuCoreHr/actions/fields/feishuId';
import {
	readTextList,
	SEPARATORS,
	SEPARATORS_AND_BLANKS,
} from '../../../nodes/FeishuCoreHr/actions/fields/textList';

const IDS = {
	label: 'IDs',
	separators: SEPARATORS_AND_BLANKS,
	entry: { whyNot: whyNoFeishuId, wayOut: 'Give IDs.' },
};

const read = (value: unknown, field: Parameters<typeof readTextList>[1] = IDS) => {
	const list = readTextList(value, field);
	return list.ok ? list.value : list.failure.message;
};

it.each([
	['1,2'],
	['1，2'],
	['1、2'],
	['1;2'],
	['1；2'],
	['1 2'],
	['1\u00a02'],
	['1\n2'],
	['1\r\n 2\r\n'],
	['1\t2'],
	[' 1, 2 ,'],
	['["1","2"]'],
	['[1, 2]'],
	[" ['1', '2'] "],
	['"1","2"'],
	[['1', '2']],
	[['1', ' 2 ', '1', '']],
	[[1, 2]],
])('understands %j', (value) => {
	expect(read(value)).toEqual(['1', '2']);
});

it('keeps every digit of a JSON list as text', () => {
	expect(read('[7345005664477775407, 9007199254740993]')).toEqual([
		'7345005664477775407',
		'9007199254740993',
	]);
});

it('keeps blanks inside of an entry where they may stand there', () => {
	expect(read('A 1, B 2', { label: 'Worker IDs', separators: SEPARATORS })).toEqual(['A 1', 'B 2']);
});

it.each([
	['abc', 'IDs holds “abc”, which has something other than the digits 0 to 9 in it'],
	['1, 007', 'IDs holds “007”, which begins with 0, as no ID of Feishu’s does'],
	['0', 'IDs holds “0”, which begins with 0, as no ID of Feishu’s does'],
	['１２', 'IDs holds “１２”, which has something other than the digits 0 to 9 in it'],
	[
		'12345678901234567890',
		'IDs holds “12345678901234567890”, which has 20 digits, and IDs of Feishu’s have at most 19',
	],
	['{"id":"1"}', 'IDs holds “{"id":"1"}”, which has something other than the digits 0 to 9 in it'],
	[
		[`${'x'.repeat(39)}🎉`],
		`IDs holds “${'x'.repeat(39)}”, which has something other than the digits 0 to 9 in it`,
	],
])('refuses %j and says which entry it is', (value, message) => {
	expect(read(value)).toBe(message);
});

it('counts what is left after repetitions', () => {
	const hundred = Array.from({ length: 100 }, (_, index) => String(index + 1));
	expect(read([...hundred, ...hundred])).toHaveLength(100);
	expect(read([...hundred, '101'])).toBe('IDs has 101 entries, more than 100');
});
