/** What the docs say in Chinese of the code tables. */
import { CHINESE_OF_CREATE } from './chineseOfCreate';
import { CHINESE_OF_RECORDS } from './chineseOfRecords';

/**
 * The titles and hints of the code tables in Chinese, by their English sentence: a sentence that is new or changed
 * in the tables has no Chinese here, and the check fails.
 */
const PAIRS: ReadonlyArray<readonly [english: string, chinese: string]> = [
	...CHINESE_OF_RECORDS,
	...CHINESE_OF_CREATE,
	// Titles: what happened.
	['Somebody else is changing this pre-hire right now', '有人正在同时修改这位待入职人员'],
	['The app has no permission for this action', '应用没有执行此操作的权限'],
	['The pre-hire does not exist or the app may not see it', '待入职人员不存在，或应用无权查看'],
	['Feishu had an internal error', '飞书内部出错'],
	['Feishu did not finish in time', '飞书未能及时完成'],
	['Feishu People is receiving too many requests', '飞书人事收到的请求过多'],
	['Feishu does not accept the parameters', '飞书不接受这些参数'],
	[
		'The pre-hire is not withdrawn, so there is nothing to restore',
		'待入职人员不是已撤销状态，没有可恢复的内容',
	],
	['Headcount is exceeded', '编制已满'],
	['The work email is not a valid address', '工作邮箱不是有效地址'],
	['The work email has the wrong domain', '工作邮箱的域名不对'],
	['The work email belongs to an active employee', '工作邮箱已被在职人员使用'],
	['The work email is taken in Feishu Mail', '工作邮箱在飞书企业邮箱中已被占用'],
	['The work email belongs to somebody who has left', '工作邮箱属于一位离职人员'],
	[
		'The work email of somebody who has left is in the recycle bin of Feishu Mail',
		'工作邮箱属于一位离职人员，仍在飞书企业邮箱的回收站中',
	],
	['The app may not edit the work email of this person', '应用无权修改此人的工作邮箱'],
	['The work email has capital letters', '工作邮箱含有大写字母'],
	['The work email has a special character', '工作邮箱含有特殊字符'],
	['The work email has the wrong format', '工作邮箱格式不正确'],
	['The work email is longer than 20 characters', '工作邮箱超过 20 个字符'],
	['The work email is taken in your LDAP directory', '工作邮箱在 LDAP 目录中已被占用'],
	['The work email contains a blocked word', '工作邮箱含有敏感词'],
	['The work email is the same as an existing mailbox', '工作邮箱与已有邮箱重复'],
	[
		'The pre-hire is in a stage in which nobody can be withdrawn',
		'待入职人员所处的状态不能撤销入职',
	],
	[
		'The current step of the onboarding does not allow a withdrawal',
		'入职流程的当前节点不允许撤销',
	],
	['Feishu does not accept the search parameters', '飞书不接受这些搜索参数'],
	['Feishu does not accept the access token', '飞书不接受 access token'],
	['The Feishu app is disabled', '飞书应用已停用'],
	['The Feishu app cannot be used in this tenant', '飞书应用在该租户不可用'],
	['Feishu does not accept a field of the request', '飞书不接受请求中的某个字段'],
	['The app lacks a scope', '应用缺少权限（scope）'],
	['The address of this n8n is not on the app’s allow list', '本 n8n 的 IP 不在应用的白名单中'],
	['Feishu’s rate limit is reached', '达到飞书的频率限制'],
	['The tenant’s monthly API quota is used up', '租户本月的 API 调用额度已用完'],
	['Feishu refuses the App ID or App Secret', '飞书拒绝 App ID 或 App Secret'],
	['Feishu refuses the App Ticket', '飞书拒绝 App Ticket'],
	['The Feishu app is not installed in this tenant', '该租户没有安装此飞书应用'],
	// Hints: what to do.
	[
		'Publish a version of the app and have it approved, or have the tenant install the app if it is a store app, then run again.',
		'发布应用版本并通过审批；如果是商店应用，请租户安装它。然后重新运行。',
	],
	[
		'Wait a minute until the other change is saved, then run this item again.',
		'等一分钟，待对方保存后再运行这一项。',
	],
	[
		'Ask a Feishu People administrator to give the app the permission for pre-hires (待入职人员), also under data permissions in the developer console, then run again.',
		'请飞书人事管理员为应用开通待入职人员的权限，开发者后台的数据权限也要开通，然后重新运行。',
	],
	[
		'Check the ID. If it is right, widen the data permission for pre-hires (待入职人员) in the developer console: Feishu does not say which of the two it is.',
		'检查 ID。如果 ID 无误，在开发者后台放宽待入职人员的数据权限：飞书不说明是两种情况中的哪一种。',
	],
	[
		'Run this item again later. If it stays, give the log_id to Feishu support.',
		'稍后再运行这一项。如果一直如此，把 log_id 提供给飞书技术支持。',
	],
	[
		'Lower Requests per Minute if other programs use the same app, then run the failed items again.',
		'如果有其他程序使用同一应用，调低 Requests per Minute，然后重新运行失败的项。',
	],
	[
		'Check that the pre-hire ID is complete and comes from this tenant, then run again.',
		'检查待入职 ID 是否完整、是否来自本租户，然后重新运行。',
	],
	[
		'Only a withdrawn pre-hire can be restored. If people who are back already are fine, set Options > If Not Withdrawn to Succeed If Active.',
		'只有已撤销的待入职人员才能恢复。如果已恢复的人也算成功，把 Options > If Not Withdrawn 设为 Succeed If Active。',
	],
	[
		'Ask whoever owns the headcount. If they agree to go over it, restore again with Confirm Workforce switched on.',
		'询问编制负责人。如果同意超编，打开 Confirm Workforce 后再次恢复。',
	],
	[
		'Correct the work email of the pre-hire in Feishu People, then restore again.',
		'在飞书人事中更正其工作邮箱，然后再次恢复。',
	],
	[
		'Use a mail domain that your tenant has set up, then restore again.',
		'改用租户已配置的邮箱域名，然后再次恢复。',
	],
	[
		'Change the work email of the pre-hire in Feishu People, then restore again.',
		'在飞书人事中更换其工作邮箱，然后再次恢复。',
	],
	[
		'Free the mailbox in the Feishu admin console or pick another address. Change the work email of the pre-hire in Feishu People, then restore again.',
		'在飞书管理后台释放该邮箱，或另选地址。在飞书人事中更换其工作邮箱，然后再次恢复。',
	],
	[
		'Find the mailbox in the recycle bin of Feishu Mail and remove it there, or pick another address. Change the work email of the pre-hire in Feishu People, then restore again.',
		'在飞书企业邮箱回收站中找到并删除该邮箱，或另选地址。在飞书人事中更换其工作邮箱，然后再次恢复。',
	],
	[
		'In the Feishu admin console open Feishu People > app permissions, change the contacts settings so that work emails can be edited, then restore again.',
		'在飞书管理后台打开飞书人事 > 应用权限，修改通讯录设置以允许编辑工作邮箱，然后再次恢复。',
	],
	[
		'Write the work email of the pre-hire in lower case in Feishu People, then restore again.',
		'在飞书人事中把其工作邮箱改为小写，然后再次恢复。',
	],
	[
		'Remove special characters from the work email of the pre-hire in Feishu People, then restore again.',
		'在飞书人事中去掉其工作邮箱里的特殊字符，然后再次恢复。',
	],
	[
		'Shorten the work email of the pre-hire to 20 characters or fewer in Feishu People, then restore again.',
		'在飞书人事中把其工作邮箱缩短到 20 个字符以内，然后再次恢复。',
	],
	[
		'Free the address in LDAP or pick another one. Change the work email of the pre-hire in Feishu People, then restore again.',
		'在 LDAP 中释放该地址，或另选地址。在飞书人事中更换其工作邮箱，然后再次恢复。',
	],
	[
		'Change the part before the @ of the work email in Feishu People, then restore again.',
		'在飞书人事中修改工作邮箱 @ 之前的部分，然后再次恢复。',
	],
	[
		'Look at the stage in Feishu People. Only people in preboarding or on day one can be withdrawn; somebody who is withdrawn already needs nothing.',
		'在飞书人事中查看其状态。只有待入职和准备就绪的人可以撤销；已撤销的人无需处理。',
	],
	[
		'Look at the person in Feishu People. Only people in preboarding or on day one can be withdrawn.',
		'在飞书人事中查看此人。只有待入职和准备就绪的人可以撤销。',
	],
	[
		'Check the pre-hire ID and the reason, then run again.',
		'检查待入职 ID 和撤销原因，然后重新运行。',
	],
	[
		'Check the filters: dates as YYYY-MM-DD, at most 100 values in a list. Then run again.',
		'检查筛选条件：日期格式为 YYYY-MM-DD，列表最多 100 个值。然后重新运行。',
	],
	[
		'A fresh token did not help. Check in the developer console that the app is enabled and published, test the credential, then run again.',
		'换用新 token 也没有用。在开发者后台检查应用是否已启用并发布，测试凭证，然后重新运行。',
	],
	[
		'Ask an administrator to enable the app in the Feishu admin console, then run again.',
		'请管理员在飞书管理后台启用该应用，然后重新运行。',
	],
	[
		'Check that the app is published and installed in this tenant, then run again.',
		'检查应用是否已发布并安装到该租户，然后重新运行。',
	],
	[
		'Open fix_url, apply for one of the scopes in missing_scopes, publish a new app version, then run again.',
		'打开 fix_url，申请 missing_scopes 中的任一权限，发布新的应用版本，然后重新运行。',
	],
	['Correct the value of that field, then run again.', '更正该字段的值，然后重新运行。'],
	[
		'Add the outgoing IP address of n8n under Security settings > IP allow list in the developer console, then run again.',
		'在开发者后台的安全设置 > IP 白名单中加入 n8n 的出口 IP，然后重新运行。',
	],
	[
		'Waiting a few minutes does not help. Buy more calls in the Feishu admin console or wait for the next month, then run again.',
		'等几分钟没有用。在飞书管理后台购买更多额度，或等到下个月，然后重新运行。',
	],
	[
		'Copy App ID and App Secret afresh from the developer console (Credentials & Basic Info), check that the Environment is the one the app lives in and that the app is enabled, then test the credential.',
		'从开发者后台（凭证与基础信息）重新复制 App ID 和 App Secret，检查 Environment 是否为应用所在的环境、应用是否已启用，然后测试凭证。',
	],
	[
		'A store app’s ticket changes every hour. Fill in the newest one that Feishu sent to the callback address, then run again.',
		'商店应用的 ticket 每小时更换。填入飞书最近一次推送到回调地址的 ticket，然后重新运行。',
	],
];

const CHINESE: ReadonlyMap<string, string> = new Map(PAIRS);

export function inChinese(sentence: string): string {
	const chinese = CHINESE.get(sentence);
	if (chinese !== undefined) return chinese;
	throw new Error(`test/docs/chinese.ts has no Chinese for: ${sentence}`);
}

/** Sentences that no table says any more. */
export function unusedChinese(said: ReadonlySet<string>): string[] {
	return [...CHINESE.keys()].filter((sentence) => !said.has(sentence));
}

/** Sentences that have their Chinese in two places. */
export function translatedTwice(): string[] {
	const sentences = PAIRS.map(([english]) => english);
	return sentences.filter((sentence, place) => sentences.indexOf(sentence) < place);
}
