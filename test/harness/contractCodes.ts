/** The codes of a call, held against the categories that the contract gives them. */
import type { CodeTable } from '../../nodes/FeishuCoreHr/feishu/answers/codeTable';
import { feishu } from './feishu';

/** Codes with their categories, as the contract has them. */
export type Categories = ReadonlyArray<readonly [code: number, category: string]>;

/** A call too many is given up after ten windows only: its code is tested elsewhere. */
const TOO_MANY = 1161604;

/** Has Feishu refuse one person with each code of the table, all of which the contract must have. Returns their IDs, which are the codes. */
export function refuseOneWithEach(table: CodeTable, categories: Categories): string[] {
	const codes = [...table.keys()].filter((code) => code !== TOO_MANY);
	expect(codes.sort()).toEqual(categories.map(([code]) => code).sort());
	for (const code of codes) feishu().faultFor(`${code}`, { kind: 'refuse', code }, Infinity);
	return categories.map(([code]) => `${code}`);
}
