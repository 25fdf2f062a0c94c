// Pages of a list that are wrong: rows nobody can use, tokens that lead nowhere.
import { randomBytes } from 'node:crypto';
import type { RecordedCall } from '../server/api';
import type { Fault, PageFault } from './faults';
import { fieldOf } from '../server/fields';
import { jsonReply, type Reply } from '../server/replies';

type Page = Record<string, unknown> & { items: unknown[] };

const KINDS: ReadonlySet<string> = new Set<PageFault['kind']>([
	'endlessPages',
	'hasMoreMissing',
	'blankIds',
	'repeatedRows',
	'unreadableRows',
]);

const UNREADABLE: readonly unknown[] = [null, 'a text in place of a row', 7, []];

/** Whether the fault is one of a page. */
export function isPageFault(fault: Fault): fault is PageFault {
	return KINDS.has(fault.kind);
}

/** The call that is answered in place of this one: endless pages never get past the first. */
export function askedInstead(fault: PageFault, call: RecordedCall): RecordedCall {
	if (fault.kind !== 'endlessPages') return call;
	return { ...call, query: without(call.query, 'page_token') };
}

/** The page as the fault leaves it; an answer that is no page passes as it is. */
export function distortPage(fault: PageFault, honest: Reply): Reply {
	const data = honest.code === 0 ? fieldOf(JSON.parse(honest.body), 'data') : undefined;
	const items = fieldOf(data, 'items');
	if (!Array.isArray(items)) return honest;
	const page = spoil(fault, { ...(data as object), items });
	return { ...honest, ...jsonReply({ code: 0, msg: 'success', data: page }, honest.status) };
}

function spoil(fault: PageFault, page: Page): Page {
	const { items } = page;
	switch (fault.kind) {
		case 'endlessPages':
			return { ...page, has_more: true, page_token: randomBytes(12).toString('base64url') };
		case 'hasMoreMissing':
			return without(page, 'has_more');
		case 'blankIds': {
			const { value = '', rows = items.length } = fault;
			return {
				...page,
				items: items.map((row, place) => (place < rows ? blank(row, value) : row)),
			};
		}
		case 'repeatedRows':
			return { ...page, items: items.flatMap((row) => [row, row]) };
		case 'unreadableRows':
			return { ...page, items: [...UNREADABLE, ...(fault.instead ? [] : items)] };
	}
}

/** The row with another value in the field that names it. */
function blank(row: unknown, value: string): unknown {
	if (typeof row !== 'object' || row === null) return row;
	const [idField] = Object.keys(row);
	return idField === undefined ? row : { ...row, [idField]: value };
}

function without<Fields extends Record<string, unknown>>(fields: Fields, name: string): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name)) as Fields;
}
