/** A hint sends nobody to a fact that the item does not have. */
import { fitHint } from '../../../nodes/FeishuCoreHr/feishu/core/hint';
import type { Failure } from '../../../nodes/FeishuCoreHr/feishu/core/failure';
import { failureError, failureItem } from '../../../nodes/FeishuCoreHr/n8n/failureOutput';
import { CODE_TABLES } from '../../docs/codeTables';
import { filesUnder, read } from '../../docs/files';
import type { INode } from 'n8n-workflow';

const FACT = /\b(log_id|fix_url|missing_scopes|feishu_message|http_status)\b/;

const FAILURE: Failure = {
	message: 'The app lacks a scope',
	code: 1,
	category: 'permission',
	retryable: false,
	hint: 'Open fix_url, apply for one of the scopes in missing_scopes, or give the log_id to Feishu support.',
};

/** Every sentence in the sources that names a fact: those of the tables, and those that code puts together. */
const sentences = filesUnder('nodes', '.ts')
	.filter((file) => !file.endsWith('core/hint.ts'))
	.flatMap((file) => read(file).match(/(['`])[^'`\n]* [^'`\n]*\1/g) ?? [])
	.map((sentence) => sentence.replace(/\$\{[^}]*\}/g, '…'))
	.filter((sentence) => FACT.test(sentence));

it('finds the sentences that name a fact', () => {
	expect(sentences.length).toBeGreaterThanOrEqual(5);
});

it.each(sentences)('%s names nothing where nothing is known', (hint) => {
	expect(fitHint({ hint })).not.toMatch(FACT);
});

it.each(CODE_TABLES.flatMap(({ codes }) => [...codes.values()].map(({ hint }) => hint)))(
	'%s stays as it is where everything is known',
	(hint) => {
		const known = { log_id: 'x', fix_url: 'x', missing_scopes: ['x'] };
		expect(fitHint({ hint, ...known })).toBe(hint);
	},
);

it('holds for the item and for the error under Stop', () => {
	const fitted =
		'Open Permissions & Scopes of the app in Feishu’s developer console, apply for the scope that this call needs, or ask Feishu support.';
	expect(failureItem(FAILURE, 0).json.error).toMatchObject({ hint: fitted });
	const { description } = failureError({ name: 'n' } as INode, FAILURE, 0, '');
	expect(description).toContain(fitted);
});

it('changes only what is missing', () => {
	expect(fitHint({ ...FAILURE, fix_url: 'https://open.feishu.cn' })).toBe(
		'Open fix_url, apply for the scope that this call needs, or ask Feishu support.',
	);
});
