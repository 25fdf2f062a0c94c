/** The node's own codes: what is said about each in the docs, and which ones the sources use. */
import type { INodeProperties } from 'n8n-workflow';

import type { Category } from '../../nodes/FeishuCoreHr/feishu/core/failure';
import type { Bilingual } from './bilingual';
import { filesUnder, read } from './files';
import { node } from './sources';

export interface OwnCode extends Bilingual {
	category: Category;
	/** Where it differs from what the category says. */
	retryable?: boolean;
}

/** Codes that stay inside the node: a cancelled run has no output, a failed look-up is told in a hint, and what Check Access is not told stands in its advice. */
const INTERNAL_CODES: ReadonlySet<string> = new Set([
	'CANCELLED',
	'NOT_SHOWN',
	'SCOPES_NOT_UNDERSTOOD',
	// A list shows its message, and Create goes on without it.
	'LIST_NOT_UNDERSTOOD',
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
	INVALID_EXTERNAL_ID: inputCode(
		'External ID is missing, is not text, has a control character, or is a number that has lost digits',
		'External ID 缺失、不是文本、含有控制字符，或是已丢失位数的数字',
	),
	INVALID_FULL_NAME: inputCode(
		'Full Name is missing, is not text, or has a control character',
		'Full Name 缺失、不是文本，或含有控制字符',
	),
	INVALID_PHONE_NUMBER: inputCode(
		'Phone Number is missing, has a country code or something other than digits in it, or has not 5 to 15 digits',
		'Phone Number 缺失、带有国家区号或数字以外的字符，或不是 5 到 15 位',
	),
	INVALID_PHONE_AREA_CODE: inputCode(
		'Phone Area Code is missing, or not of the form 86_china',
		'Phone Area Code 缺失，或不是 86_china 这样的形式',
	),
	INVALID_EMPLOYMENT_TYPE: inputCode(
		'Employment Type is missing, or an ID where Feishu wants the name of an option',
		'Employment Type 缺失，或填了 ID（飞书要求选项名称）',
	),
	INVALID_RECORD_ID: inputCode(
		'A field with a pick list has something that is no ID of Feishu’s; the message names the field',
		'带选择列表的字段填写的不是飞书的 ID，message 中写明字段',
	),
	INVALID_ADDITIONAL_FIELD: inputCode(
		'A field under Additional Fields has a value that it does not take; the message names the field',
		'Additional Fields 中某个字段的值不符合要求，message 中写明字段',
	),
	INVALID_CUSTOM_FIELD: inputCode(
		'A custom field has a value of another type than its own, or is none of the list',
		'自定义字段的值与其类型不符，或该字段不在列表中',
	),
	INVALID_MORE_FIELDS: inputCode(
		'More Fields is not a JSON object, or holds a key or a number that must not be sent',
		'More Fields 不是 JSON 对象，或含有不允许的键或数字',
	),
	JOB_OR_POSITION_MISMATCH: inputCode(
		'The department needs a job or a position that is not given, or takes people without a job only',
		'部门要求职务或岗位而未填写，或只接受没有职务的人员',
	),
	PRE_HIRE_ID_MISSING: {
		category: 'service',
		en: 'Feishu’s code is 0, but the answer to Create names no pre-hire',
		zh: '飞书返回 0，但创建的应答中没有待入职 ID',
	},
	INVALID_IF_NOT_WITHDRAWN: inputCode(
		'If Not Withdrawn is neither of its two values',
		'If Not Withdrawn 不是两个可选值之一',
	),
	INVALID_INCLUDE_INPUT_FIELDS: inputCode(
		'Include Input Fields is neither true nor false',
		'Include Input Fields 既不是 true 也不是 false',
	),
	INVALID_IF_COMPLETED: inputCode(
		'If Completed is neither of its two values',
		'If Completed 不是两个可选值之一',
	),
	INVALID_TASK_CODE: inputCode(
		'Task is missing, or has something other than letters, digits and hyphens in it',
		'Task 缺失，或含有字母、数字、连字符以外的字符',
	),
	INVALID_REASON: inputCode(
		'Reason of Reject is empty, is not text, or has 3000 bytes or more',
		'Reject 的 Reason 为空、不是文本，或达到 3000 字节',
	),
	INVALID_UPDATE_FIELD: inputCode(
		'In Update Fields, an expression gives nothing, a value is blank, is no text or has lost digits, or Work Email is no address',
		'更新字段的表达式无结果，值为空白、不是文本或已丢失位数，或 Work Email 不是邮箱地址',
	),
	INVALID_FIELD_NAME: inputCode(
		'A name in Fields to Clear or More Fields is not one that Feishu’s update call has',
		'Fields to Clear 或 More Fields 中的名称不是飞书更新接口的字段',
	),
	FIELD_SET_AND_CLEARED: inputCode(
		'A field is given a value and is to be cleared as well',
		'同一字段既要赋值又要清空',
	),
	NOTHING_TO_UPDATE: inputCode(
		'Update has no field to set and none to clear',
		'Update 没有要赋值的字段，也没有要清空的字段',
	),
	STORE_APP_NOT_ALLOWED: inputCode(
		'Feishu offers this operation to custom apps only',
		'飞书只对自建应用开放此操作',
	),
	PRE_HIRE_NOT_FOUND: {
		category: 'not_found',
		en: 'Nobody whom the app may see has this pre-hire ID',
		zh: '应用有权查看的人中，没有人使用该待入职 ID',
	},
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
		'A filter or Onboarding Date is not a date, or the workflow’s time zone is none',
		'筛选条件或 Onboarding Date 不是日期，或工作流的时区无效',
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
	TLS_FAILED: {
		category: 'network',
		en: 'No secure connection came about: a certificate that is not trusted, or no TLS at all; nothing was sent',
		zh: '无法建立安全连接：证书不受信任，或对方不使用 TLS；请求没有发出',
	},
	PROXY_REFUSED: {
		category: 'network',
		en: 'The proxy between n8n and Feishu asks for a login; nothing reached Feishu',
		zh: 'n8n 与飞书之间的代理要求登录，请求没有到达飞书',
	},
	REQUEST_BLOCKED: {
		category: 'network',
		retryable: false,
		en: 'n8n’s own rules do not allow requests to this address; nothing was sent',
		zh: 'n8n 自身的规则不允许访问该地址，请求没有发出',
	},
	NOT_HANDED_OVER: {
		category: 'network',
		en: 'n8n failed before it sent the request',
		zh: 'n8n 在发出请求之前出错',
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
		en: 'Search says that there is more and brings nobody new',
		zh: '搜索称还有更多结果，却不再返回新的人员',
	},
	CREDENTIAL_CHANGED: {
		category: 'authentication',
		en: 'The credential was changed to another tenant or app while the item was under way; nothing was sent there',
		zh: '处理该项期间凭证被改为另一个租户或应用，没有向那里发送任何请求',
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

/** Names that Node gives to failures of connections, which the sources tell apart, and methods of HTTP. */
const OF_SOCKETS = /^E[A-Z]+$|^E(AI|RR|SOCKET)_|CERT|SIGNATURE|^(DELETE|PATCH)$/;
