/** The node's code tables, in the order in which the docs show them. */
import { APPLICATION_CODES } from '../../nodes/FeishuCoreHr/feishu/application/codes';
import type { CodeTable } from '../../nodes/FeishuCoreHr/feishu/answers/codeTable';
import { GATEWAY_CODES } from '../../nodes/FeishuCoreHr/feishu/answers/gatewayCodes';
import { COMPLETE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/complete';
import { TASK_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/onboardingTask';
import { LIST_CODES } from '../../nodes/FeishuCoreHr/feishu/lists/codes';
import { CREATE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/create';
import { RESTORE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/restore';
import { SEARCH_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/search';
import {
	TOKEN_EXCHANGE_CODES,
	TOKEN_REFUSED_OTHERWISE,
} from '../../nodes/FeishuCoreHr/feishu/tokens/exchangeCodes';
import { UPDATE_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/update';
import { WITHDRAW_CODES } from '../../nodes/FeishuCoreHr/feishu/preHires/codes/withdraw';
import { INTERNAL_ERROR_CODES } from '../../nodes/FeishuCoreHr/feishu/answers/internalErrors';
import { RESTORE_CODES as RESTORE_PAGE, type PageRow } from '../../simulator';
import type { Bilingual } from './bilingual';

export interface DocumentedTable {
	/** The file in `nodes/FeishuCoreHr/feishu`, without `.ts`. */
	file: string;
	codes: CodeTable;
	heading: Bilingual;
	/** What to know before reading the table. */
	intro: Bilingual;
	/** Feishu's own page about these codes, whose words then stand beside ours. */
	page?: Readonly<Record<number, PageRow>>;
}

export const CODE_TABLES: readonly DocumentedTable[] = [
	{
		file: 'preHires/codes/restore',
		codes: RESTORE_CODES,
		heading: { en: 'Restore', zh: '恢复入职' },
		intro: {
			en: 'All 22 codes of Feishu’s page about this call. The last column is Feishu’s own message, as it arrives in `feishu_message`: the stage of the person stands in the place of `{{label}}`.',
			zh: '飞书该接口文档列出的全部 22 个错误码。最后一列是飞书文档的排查建议原文，其中 `{{label}}` 是此人当前的状态。',
		},
		page: RESTORE_PAGE,
	},
	{
		file: 'preHires/codes/withdraw',
		codes: WITHDRAW_CODES,
		heading: { en: 'Withdraw', zh: '撤销入职' },
		intro: {
			en: 'The codes of Feishu’s page about this call, and 1161129, which comes back for somebody who is withdrawn already.',
			zh: '飞书该接口文档列出的错误码，以及 1161129：已经撤销的人会返回它。',
		},
	},
	{
		file: 'preHires/codes/create',
		codes: CREATE_CODES,
		heading: { en: 'Create', zh: '创建待入职' },
		intro: {
			en: 'The codes of Feishu’s page about this call, and four that other calls of Feishu People answer with and that can be expected here: 1160102, 1160103, 1161204 and 1161604.',
			zh: '飞书该接口文档列出的错误码，以及飞书人事其他接口会返回、这里也可能出现的四个：1160102、1160103、1161204、1161604。',
		},
	},
	{
		file: 'lists/codes',
		codes: LIST_CODES,
		heading: { en: 'Pick lists', zh: '选择列表' },
		intro: {
			en: 'The lists behind Create’s fields use these calls, and so does Create when it asks whether a department needs a job or a position. In the editor the failure stands in place of the list.',
			zh: 'Create 各字段的列表使用这些接口；Create 查询部门要求职务还是岗位时也用到。在编辑器中，失败信息显示在列表的位置。',
		},
	},
	{
		file: 'preHires/codes/update',
		codes: UPDATE_CODES,
		heading: { en: 'Update', zh: '更新待入职' },
		intro: {
			en: 'The codes of Feishu’s page about this call, and 1161105, 1161204 and 1161604, which every call may answer.',
			zh: '飞书该接口文档列出的错误码，以及任何接口都可能返回的 1161105、1161204、1161604。',
		},
	},
	{
		file: 'preHires/codes/complete',
		codes: COMPLETE_CODES,
		heading: { en: 'Complete Onboarding', zh: '完成入职' },
		intro: {
			en: 'The codes of Feishu’s page about this call, and those that every call may answer. With which code Feishu refuses somebody who has joined, or is in another stage, is not known: 1161129 and 1161105 are likely.',
			zh: '飞书该接口文档列出的错误码，以及任何接口都可能返回的错误码。对已入职或处于其他状态的人，飞书返回哪个错误码尚不清楚：可能是 1161129 或 1161105。',
		},
	},
	{
		file: 'preHires/codes/onboardingTask',
		codes: TASK_CODES,
		heading: { en: 'Onboarding Task', zh: '流转入职任务' },
		intro: {
			en: 'Start, Submit, Approve and Reject are one call of Feishu’s. 1161094 stands on the page of its predecessor only.',
			zh: 'Start、Submit、Approve、Reject 是飞书的同一个接口。1161094 只出现在旧接口的文档中。',
		},
	},
	{
		file: 'preHires/codes/search',
		codes: SEARCH_CODES,
		heading: { en: 'Search', zh: '搜索待入职' },
		intro: {
			en: 'Get, Get Many, From List and By ATS Application ID use this call, and so does the node when it looks up what became of a person.',
			zh: 'Get、Get Many、From List、By ATS Application ID 都使用该接口；节点核实某人当前状态时也用它。',
		},
	},
	{
		file: 'application/codes',
		codes: APPLICATION_CODES,
		heading: { en: 'The app’s own scopes', zh: '应用自身的权限列表' },
		intro: {
			en: 'Check Access asks for the scopes of the app. It puts what it is told into its item, so this code stands in `advice` and not under `error`.',
			zh: 'Check Access 查询应用自身的权限。结果写在它输出的 item 中，因此这个错误码出现在 `advice` 里，而不在 `error` 里。',
		},
	},
	{
		file: 'answers/gatewayCodes',
		codes: GATEWAY_CODES,
		heading: { en: 'Feishu’s gateway', zh: '飞书网关' },
		intro: {
			en: 'The gateway answers before the call itself runs, so these codes can come back from every call. For 99991661, 99991663, 99991664, 99991665, 99991668 and 99991671 the node gets a fresh token and sends once more by itself; they come out only if that did not help. 99992402 names the field that Feishu does not accept, where Feishu does.',
			zh: '网关在业务逻辑之前应答，因此任何接口都可能返回这些错误码。遇到 99991661、99991663、99991664、99991665、99991668、99991671 时，节点会自动换取新 token 并重发一次；仍然失败才会输出。飞书若说明了 99992402 是哪个字段，输出中会写明。',
		},
	},
	{
		file: 'answers/internalErrors',
		codes: INTERNAL_ERROR_CODES,
		heading: { en: 'Passing internal errors', zh: '飞书的临时内部错误' },
		intro: {
			en: 'These come back from any call, under any HTTP status, sometimes although the work was done. The node tries again, and where a change is concerned it looks up what became of it.',
			zh: '任何接口都可能返回这些错误码，HTTP 状态不定，有时操作其实已完成。节点会重试；涉及变更时会核实结果。',
		},
	},
	{
		file: 'tokens/exchangeCodes',
		codes: TOKEN_EXCHANGE_CODES,
		heading: { en: 'Token exchange', zh: '换取 token' },
		intro: {
			en: `Which of these Feishu picks for a wrong secret, an unknown app or a disabled app is not reliable. Any other code with which Feishu refuses an exchange comes out as “${TOKEN_REFUSED_OTHERWISE.title}”, category \`${TOKEN_REFUSED_OTHERWISE.category}\`.`,
			zh: `密钥错误、应用不存在、应用停用时，飞书返回其中哪一个并不固定。飞书以其他错误码拒绝换取时，输出为“${TOKEN_REFUSED_OTHERWISE.title}”（飞书拒绝签发 token），类别 \`${TOKEN_REFUSED_OTHERWISE.category}\`。`,
		},
	},
];
