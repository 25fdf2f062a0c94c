/** The node's own codes: what is said about each in the docs, and which ones the sources use. */
import type { INodeProperties } from 'n8n-workflow';

import type { Category } from '../../nodes/FeishuCoreHr/feishu/core/failure';
import type { Bilingual } from './bilingual';
import { filesUnder, read } from './files';
import { node } from './sources';

export interface OwnCode extends Bilingual {
	category: Category;
}

/** Codes that stay inside the node: a cancelled run has no output, a failed look-up is told in a hint, and what Check Access is not told stands in its advice. */
const INTERNAL_CODES: ReadonlySet<string> = new Set([
	'CANCELLED',
	'NOT_SHOWN',
	'SCOPES_NOT_UNDERSTOOD',
]);

const inputCode = (en: string, zh: string): OwnCode => ({ category: 'invalid_input', en, zh });

export const OWN_CODES: Readonly<Record<string, OwnCode>> = {
	INVALID_PRE_HIRE_ID: inputCode(
		'The Pre-Hire ID is missing, is not made of 1 to 19 digits, begins with 0, or is a number that has lost digits',
		'待入职 ID 缺失、不是 1 到 19 位数字、以 0 开头，或是已丢失位数的数字',
	),
	INVALID_ATS_APPLICATION_ID: inputCode(
		'The ATS Application ID is missing, is not text, or is a number that has lost digits',
		'ATS 投递 ID 缺失、不是文本，或是已丢失位数的数字',
	),
	INVALID_CONFIRM_WORKFORCE: inputCode(
		'Confirm Workforce is neither true nor false',
		'Confirm Workforce 既不是 true 也不是 false',
	),
	INVALID_WITHDRAW_REASON: inputCode(
		'Reason is empty, is not text, or is longer than 500 characters',
		'Reason 为空、不是文本，或超过 500 个字符',
	),
	INVALID_IF_NOT_WITHDRAWN: inputCode(
		'If Not Withdrawn is neither of its two values',
		'If Not Withdrawn 不是两个可选值之一',
	),
	INVALID_INCLUDE_INPUT_FIELDS: inputCode(
		'Include Input Fields is neither true nor false',
		'Include Input Fields 既不是 true 也不是 false',
	),
	INVALID_RETURN_ALL: inputCode(
		'Return All is neither true nor false',
		'Return All 既不是 true 也不是 false',
	),
	INVALID_SIMPLIFY: inputCode(
		'Simplify is neither true nor false',
		'Simplify 既不是 true 也不是 false',
	),
	INVALID_LIMIT: inputCode(
		'Limit is not a whole number of 1 or more',
		'Limit 不是大于等于 1 的整数',
	),
	INVALID_MAX_CONCURRENCY: inputCode(
		'Max Concurrency is not a whole number from 1 to 50',
		'Max Concurrency 不是 1 到 50 的整数',
	),
	INVALID_MAX_RETRIES: inputCode(
		'Max Retries is not a whole number from 0 to 10',
		'Max Retries 不是 0 到 10 的整数',
	),
	INVALID_REQUESTS_PER_MINUTE: inputCode(
		'Requests per Minute is not a whole number from 1 to 10000',
		'Requests per Minute 不是 1 到 10000 的整数',
	),
	INVALID_TIMEOUT: inputCode(
		'Timeout is not a whole number from 1000 to 300000',
		'Timeout 不是 1000 到 300000 的整数',
	),
	INVALID_ONBOARDING_STATUS: inputCode(
		'Onboarding Status is none of its values',
		'Onboarding Status 不是可选值之一',
	),
	INVALID_DATE: inputCode(
		'A filter is not a date, or the workflow’s time zone is none',
		'筛选条件不是日期，或工作流的时区无效',
	),
	INVALID_DATE_RANGE: inputCode(
		'The first day of a filter is after its last',
		'筛选条件的起始日期晚于结束日期',
	),
	INVALID_LIST: inputCode(
		'A list has more than 100 entries, or one that is not text, has lost digits or is no ID',
		'列表超过 100 项，或有一项不是文本、已丢失位数、不是 ID',
	),
	INVALID_FILTER: inputCode(
		'A filter’s expression gives nothing, or Name or Worker ID is not text',
		'筛选条件的表达式没有结果，或 Name or Worker ID 不是文本',
	),
	INVALID_EXPRESSION: inputCode(
		'n8n cannot evaluate an expression of the node for this item',
		'n8n 无法为这一项计算节点中的表达式',
	),
	INVALID_OPERATION: inputCode(
		'Resource or Operation is not one that this node has',
		'Resource 或 Operation 不是本节点支持的值',
	),
	CREDENTIAL_UNAVAILABLE: inputCode('n8n cannot provide the credential', 'n8n 无法提供凭证'),
	INCOMPLETE_CREDENTIAL: inputCode('A field of the credential is empty', '凭证中有字段为空'),
	INVALID_ENVIRONMENT: inputCode(
		'Environment in the credential is none of its values',
		'凭证中的 Environment 不是可选值之一',
	),
	INVALID_BASE_URL: inputCode(
		'Custom Base URL in the credential is not an address that ends with the host name, or is http:// elsewhere than on this machine',
		'凭证中的 Custom Base URL 不是到主机名为止的地址，或在本机以外使用了 http://',
	),
	ATS_APPLICATION_NOT_FOUND: {
		category: 'not_found',
		en: 'Nobody in the stages that were searched has this ATS application ID',
		zh: '在所搜索的状态中，没有人使用该 ATS 投递 ID',
	},
	ATS_APPLICATION_NOT_UNIQUE: inputCode(
		'Several people have this ATS application ID; the hint names them',
		'有多人使用该 ATS 投递 ID，hint 中列出这些人',
	),
	WRONG_STAGE: {
		category: 'wrong_stage',
		en: 'An answer got lost, and search shows the person in a stage that does not fit',
		zh: '应答丢失，搜索显示此人处于不符合的状态',
	},
	UNREACHABLE: {
		category: 'network',
		en: 'Feishu cannot be reached; nothing arrived there',
		zh: '无法连接飞书，请求没有到达',
	},
	TIMEOUT: {
		category: 'network',
		en: 'Feishu did not answer in time',
		zh: '飞书没有及时应答',
	},
	CONNECTION_LOST: {
		category: 'network',
		en: 'The connection broke before the answer',
		zh: '连接在应答之前中断',
	},
	OUTAGE: {
		category: 'network',
		en: 'Not tried: many requests before it met no answer or internal errors of Feishu',
		zh: '没有发送：此前的许多请求都没有应答，或遇到飞书内部错误',
	},
	NOT_FEISHU_JSON: {
		category: 'service',
		en: 'The answer is not Feishu’s JSON: a proxy’s page, plain text, or nothing',
		zh: '应答不是飞书的 JSON：代理页面、纯文本或空内容',
	},
	PAGE_TOKEN_REPEATED: {
		category: 'service',
		en: 'Search hands out the same page again and again',
		zh: '搜索反复返回同一页',
	},
	TOKEN_MISSING: {
		category: 'service',
		en: 'The token endpoint answered without a token',
		zh: 'token 接口的应答中没有 token',
	},
	TOKEN_NOT_ACCEPTED: {
		category: 'authentication',
		en: 'Feishu issues the very token that it has just refused',
		zh: '飞书再次签发了刚被拒绝的同一个 token',
	},
	SUCCESS_NOT_REPORTED: {
		category: 'unknown',
		en: 'Feishu’s code is 0, but the answer does not say that the change was made',
		zh: '飞书返回 0，但应答没有说明更改已完成',
	},
	SEARCH_NOT_UNDERSTOOD: {
		category: 'service',
		en: 'Feishu’s code is 0, but search’s answer does not hold a page of people',
		zh: '飞书返回 0，但搜索的应答中没有一页人员',
	},
	UNEXPECTED: {
		category: 'unknown_outcome',
		en: 'A mistake of this node; worth a report. The category is `unknown` where nothing can have been changed',
		zh: '本节点自身出错，欢迎反馈。若不可能有任何更改，类别为 `unknown`',
	},
};

/** Every code of our own that the sources can put into an output. */
export function ownCodesInSources(): string[] {
	const literals = filesUnder('nodes', '.ts')
		.flatMap((file) => [
			...read(file).matchAll(/'([A-Z]+(?:_[A-Z]+)*)'|^\s([A-Z]+(?:_[A-Z]+)*): \{/gm),
		])
		.map(([, quoted, key]) => quoted ?? key ?? '')
		.filter((name) => name.length > 4 && !OF_SOCKETS.test(name));
	const numbers = node.description.properties
		.flatMap((field) => [field, ...((field.options ?? []) as INodeProperties[])])
		.filter(({ type }) => type === 'number')
		.map(({ name }) => `INVALID_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`);
	return [...new Set([...literals, ...numbers])].filter((name) => !INTERNAL_CODES.has(name)).sort();
}

/** Names that Node gives to failures of connections, which the sources tell apart. */
const OF_SOCKETS = /^E[A-Z]+$|^E(AI|RR|SOCKET)_|CERT|SIGNATURE/;
