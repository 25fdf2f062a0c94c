/** What the docs say in Chinese of the fields that n8n shows, by the words of the node's description. */
import { CHINESE_OF_SENTENCES } from './chineseOfFieldSentences';
import { fieldWords } from './fieldWords';

/** Names of fields. n8n shows them in English; the Chinese pages put these words behind. */
const NAMES: ReadonlyArray<readonly [string, string]> = [
	['Additional Fields', '其他信息'],
	['ATS Application ID', 'ATS 投递 ID'],
	['Company', '公司主体'],
	['Confirm Workforce', '强制占编'],
	['Custom Fields', '自定义字段'],
	['Department', '部门'],
	['Department IDs', '部门 ID'],
	['Direct Leader', '直属上级'],
	['Email', '个人邮箱'],
	['Employee Type', '人员类型'],
	['Employment Type', '雇佣类型'],
	['External ID', '外部 ID'],
	['Fields', '更多字段'],
	['Fields to Clear', '要清空的字段'],
	['Filters', '筛选条件'],
	['Full Name', '姓名'],
	['Gender', '性别'],
	['If Completed', '已完成入职时'],
	['If Not Withdrawn', '不是已撤销时'],
	['Ignore Repeats', '忽略重推'],
	['Include Input Fields', '带上输入字段'],
	['Job', '职务'],
	['Legal Name', '法定姓名'],
	['Limit', '数量上限'],
	['Max Concurrency', '最大并发数'],
	['Max Retries', '最多重试次数'],
	['More Fields', '更多字段'],
	['More Fields (JSON)', '更多字段'],
	['Name or Worker ID', '姓名或工号'],
	['Offer HR', 'Offer HR'],
	['Office Location', '办公地点'],
	['Onboarding Date', '入职日期'],
	['Onboarding Flow', '入职流程'],
	['Onboarding Location', '入职地点'],
	['Onboarding Status', '入职状态'],
	['Onboarding Statuses', '入职流程状态'],
	['Options', '选项'],
	['Other Event Types', '其他事件'],
	['Phone Area Code', '国家区号'],
	['Phone Number', '手机号'],
	['Position', '岗位'],
	['Pre-Hire', '待入职人员'],
	['Pre-Hire IDs', '待入职 ID'],
	['Reason', '原因'],
	['Recruitment Type', '招聘类型'],
	['Requests per Minute', '每分钟请求数'],
	['Return All', '返回全部'],
	['Simplify', '精简'],
	['Start Date From', '入职日期从'],
	['Start Date To', '入职日期到'],
	['Task', '任务'],
	['Timeout', '超时'],
	['Trigger On', '触发事件'],
	['Update Fields', '要更新的字段'],
	['Updated From', '修改日期从'],
	['Updated To', '修改日期到'],
	['Work Email', '工作邮箱'],
	['Work Location', '工作地点'],
	['Worker ID', '工号'],
	['Worker IDs', '工号'],
];

const CHINESE: ReadonlyMap<string, string> = new Map(
	[...NAMES, ...CHINESE_OF_SENTENCES].map(([english, chinese]) => [keyOf(english), chinese]),
);

/** Chinese names in brackets do not count: an English sentence may have them or not. */
function keyOf(english: string): string {
	return english.replace(/ \([^()]*\p{Script=Han}[^()]*\)|^\p{Script=Han}+: /gu, '').toLowerCase();
}

export function fieldInChinese(english: string): string {
	const chinese = CHINESE.get(keyOf(english));
	if (chinese === undefined) throw new Error(`No Chinese for the node's words “${english}”`);
	return chinese;
}

/** What the node says and nobody has put into Chinese. */
export function fieldsWithoutChinese(): string[] {
	return [...fieldWords()].filter((english) => !CHINESE.has(keyOf(english)));
}

/** What has Chinese and the node does not say any more. */
export function unusedFieldChinese(): string[] {
	const said = new Set([...fieldWords()].map(keyOf));
	return [...CHINESE.keys()].filter((key) => !said.has(key));
}
