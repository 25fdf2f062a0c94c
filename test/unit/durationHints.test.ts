/* eslint-disable @n8n/community-nodes/no-restricted-imports -- evaluates n8n's display conditions */
/** Before a run: one hint for each size, none for few items and none for a search. */
import { runInNewContext } from 'node:vm';

import { durationHints } from '../../nodes/FeishuCoreHr/actions/durationHints';

/** What n8n would show over a node with so many input items. */
function shown(operation: string, items: number): string[] {
	return durationHints
		.filter(({ displayCondition }) => {
			const expression = displayCondition?.replace(/^=\{\{|\}\}$/g, '') ?? '';
			const $input = { all: () => Array.from({ length: items }) };
			return (
				runInNewContext(expression, { $parameter: { resource: 'preHire', operation }, $input }) ===
				true
			);
		})
		.map(({ message }) => message);
}

it.each([
	[1, []],
	[100, []],
	[101, ['more than 100 items take more than a minute']],
	[500, ['more than 100 items take more than a minute']],
	[501, ['more than 500 items take more than 5 minutes']],
	[1_001, ['more than 1000 items take more than 10 minutes']],
	[50_000, ['more than 1000 items take more than 10 minutes']],
])('%i items', (items, messages) => {
	const expected = messages.map((message) => `Feishu allows 100 calls a minute: ${message}.`);
	expect(shown('restore', items)).toEqual(expected);
	expect(shown('withdraw', items)).toEqual(expected);
	expect(shown('getMany', items)).toEqual([]);
});

it.each([
	[1_000, []],
	[1_001, ['more than 1000 items take more than a minute']],
	[5_001, ['more than 5000 items take more than 5 minutes']],
])('%i items where Feishu allows 1,000 calls a minute', (items, messages) => {
	const expected = messages.map((message) => `Feishu allows 1000 calls a minute: ${message}.`);
	expect(shown('update', items)).toEqual(expected);
	expect(shown('completeOnboarding', items)).toEqual(expected);
});

it('is shown before the run only', () => {
	const shownWhen = new Set(durationHints.map(({ whenToDisplay }) => whenToDisplay));
	expect(shownWhen).toEqual(new Set(['beforeExecution']));
});
