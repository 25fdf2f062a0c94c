/** Writes the two pages about error codes from the tables in the code. */
import type { CodeEntry } from '../../nodes/FeishuCoreHr/feishu/answers/codeTable';
import { isRetryable } from '../../nodes/FeishuCoreHr/feishu/core/failure';
import type { PageRow } from '../../simulator';
import type { Bilingual, Language } from './bilingual';
import { inChinese } from './chinese';
import { CODE_TABLES, type DocumentedTable } from './codeTables';
import { OWN_CODES, type OwnCode } from './ownCodes';
import { table } from './table';

/** Where the pages are. */
export const CODE_PAGES: Bilingual = {
	en: 'docs/error-codes.md',
	zh: 'docs/zh-CN/error-codes.md',
};

const WORDS = {
	en: {
		title: 'Error codes',
		twin: '[中文](zh-CN/error-codes.md)',
		intro:
			'Every failed item carries `error.code`, `error.category` and `error.hint`. This page lists what the node knows of each code; it is generated from the tables in [`nodes/FeishuCoreHr/feishu`](../nodes/FeishuCoreHr/feishu) by `npm run docs`. The same number can mean different things on different calls, so each call has a table of its own. “Later” says whether the same item can succeed later without anybody changing anything (`error.retryable`).',
		columns: ['Code', 'Category', 'Later', 'What happened', 'What to do'],
		page: 'Feishu’s message',
		yes: 'yes',
		no: 'no',
		other: 'Any other code',
		otherText:
			'A code that no table lists is of the category `rate_limit` where the HTTP status is 429, `service` where it is 500 or more, and `unknown` otherwise. The node’s message, Feishu’s words in `feishu_message` and the `log_id` come out all the same.',
		own: 'The node’s own codes',
		ownText:
			'Failures that Feishu did not report carry a name instead of a number. Where a change may have arrived, and nothing could confirm it, the code keeps its name and the category becomes `unknown_outcome`.',
		ownColumns: ['Code', 'Category', 'Later', 'What happened'],
	},
	zh: {
		title: '错误码',
		twin: '[English](../error-codes.md)',
		intro:
			'每个失败的 item 都带有 `error.code`、`error.category` 和 `error.hint`（节点输出为英文）。本页列出节点所知的每个错误码，由 `npm run docs` 根据 [`nodes/FeishuCoreHr/feishu`](../../nodes/FeishuCoreHr/feishu) 中的表生成。同一个数字在不同接口可能含义不同，因此每个接口各有一张表。“稍后可行”表示无需任何改动，同一项稍后再运行可能成功（`error.retryable`）。',
		columns: ['错误码', '类别', '稍后可行', '发生了什么', '怎么办'],
		page: '飞书的排查建议',
		yes: '是',
		no: '否',
		other: '其他错误码',
		otherText:
			'表中没有的错误码：HTTP 状态为 429 时类别是 `rate_limit`，500 及以上是 `service`，其余是 `unknown`。节点的 message、飞书原话 `feishu_message` 和 `log_id` 照样输出。',
		own: '节点自己的错误码',
		ownText:
			'不是由飞书报告的失败，用名称代替数字。如果更改的请求可能已经到达、又无法确认，错误码保留原名，类别变为 `unknown_outcome`。',
		ownColumns: ['错误码', '类别', '稍后可行', '发生了什么'],
	},
} as const;

export function writeCodePage(language: Language): string {
	const words = WORDS[language];
	return `${[
		`# ${words.title}`,
		words.twin,
		words.intro,
		...CODE_TABLES.flatMap((documented) => writeTable(documented, language)),
		`## ${words.other}`,
		words.otherText,
		`## ${words.own}`,
		words.ownText,
		table(
			words.ownColumns,
			Object.entries(OWN_CODES).map(([code, own]) => ownRow(code, own, language)),
		),
	].join('\n\n')}\n`;
}

function writeTable(
	{ heading, intro, codes, page }: DocumentedTable,
	language: Language,
): string[] {
	const words = WORDS[language];
	const header = page ? [...words.columns, words.page] : words.columns;
	const rows = [...codes].map(([code, entry]) => [
		...row(code, entry, language),
		...(page ? [wordsOf(page[code], language)] : []),
	]);
	return [`## ${heading[language]}`, intro[language], table(header, rows)];
}

/** Feishu's pages are Chinese, its messages English. */
function wordsOf(row: PageRow | undefined, language: Language): string {
	if (row === undefined) throw new Error('A code of the table is not on Feishu’s page');
	return language === 'en' ? row.msg : row.advice;
}

function row(code: number, entry: CodeEntry, language: Language): string[] {
	const { yes, no } = WORDS[language];
	const translate = language === 'zh' ? inChinese : (text: string) => text;
	return [
		String(code),
		`\`${entry.category}\``,
		helpsLater(entry) ? yes : no,
		translate(entry.title),
		markNames(translate(entry.hint)),
	];
}

/** Puts names of the output's fields in code style: Markdown would read their underscores. */
function markNames(text: string): string {
	return text.replace(/\b[a-z]+(?:_[a-z]+)+\b/g, '`$&`');
}

function ownRow(code: string, own: OwnCode, language: Language): string[] {
	const { yes, no } = WORDS[language];
	return [`\`${code}\``, `\`${own.category}\``, helpsLater(own) ? yes : no, own[language]];
}

function helpsLater({ category, retryable }: Pick<CodeEntry, 'category' | 'retryable'>): boolean {
	return retryable ?? isRetryable(category);
}
