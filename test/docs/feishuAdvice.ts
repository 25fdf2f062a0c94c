/** Feishu's own advice for each code of the restore call: the Chinese of its page word for word, and our English. */
import type { Bilingual } from './bilingual';

export const FEISHU_ADVICE: ReadonlyMap<number, Bilingual> = new Map([
	[1161001, { zh: '请填写正确的参数', en: 'Fill in correct parameters' }],
	[
		1161000,
		{
			zh: '系统出现问题，如需帮助，请咨询[技术支持](https://applink.feishu.cn/TLJpeNdW)。',
			en: 'The system has a problem; for help ask [technical support](https://applink.feishu.cn/TLJpeNdW)',
		},
	],
	[1161204, { zh: '请求超时，请稍后重试', en: 'The request timed out, try again later' }],
	[1161604, { zh: '接口请求过多，请稍后重试', en: 'Too many requests, try again later' }],
	[
		1161116,
		{
			zh: '多人同时操作发生冲突，请稍后刷新页面后重试',
			en: 'Several people worked at the same time and got in conflict; refresh the page later and try again',
		},
	],
	[
		1161097,
		{
			zh: '无权限操作，请联系管理员',
			en: 'No permission for this action, contact the administrator',
		},
	],
	[
		1161105,
		{
			zh: '无权限查看该待入职人员，或该待入职人员不存在',
			en: 'No permission to view this pre-hire, or the pre-hire does not exist',
		},
	],
	[
		1161129,
		{
			zh: '该待入职人员当前状态为「{{label}}」，无法进行此操作',
			en: 'The pre-hire is in the stage “{{label}}”, in which this action is not possible',
		},
	],
	[
		1161063,
		{
			zh: '校验中心，校验 & 预占编失败',
			en: 'Validation center: the check and the advance occupation of headcount failed',
		},
	],
	[
		1161034,
		{
			zh: '「工作邮箱」格式不正确，请填写有效邮箱',
			en: 'The format of “work email” is not right, fill in a valid address',
		},
	],
	[1161035, { zh: '「工作邮箱」域名错误', en: 'The domain of “work email” is wrong' }],
	[
		1161036,
		{
			zh: '「工作邮箱」与系统中的在职人员重复',
			en: '“Work email” is the same as that of an active employee in the system',
		},
	],
	[
		1161118,
		{
			zh: '工作邮箱与飞书企业邮箱中已存在的邮箱重复',
			en: 'The work email is the same as an existing mailbox in Feishu Mail',
		},
	],
	[
		1161119,
		{
			zh: '工作邮箱与系统中的离职人员重复，可在飞书企业邮箱回收站中查看此邮箱',
			en: 'The work email is the same as that of somebody who has left; the mailbox can be seen in the recycle bin of Feishu Mail',
		},
	],
	[
		1161120,
		{
			zh: '暂无被操作人工作邮箱编辑权限，可在「飞书管理后台」的飞书人事应用管理界面，找到应用权限以修改通讯录设置',
			en: 'No permission to edit the work email of this person; in the Feishu admin console, on the management page of Feishu People, open the app permissions and change the contacts settings',
		},
	],
	[
		1161121,
		{
			zh: '「工作邮箱」格式不正确，字母需为小写',
			en: 'The format of “work email” is not right, letters must be lower case',
		},
	],
	[
		1161122,
		{
			zh: '「工作邮箱」格式不正确，存在特殊字符',
			en: 'The format of “work email” is not right, it has special characters',
		},
	],
	[1161123, { zh: '「工作邮箱」格式不正确', en: 'The format of “work email” is not right' }],
	[
		1161124,
		{
			zh: '「工作邮箱」格式不正确，总长度需小于等于 20 位',
			en: 'The format of “work email” is not right, its whole length must be 20 characters or fewer',
		},
	],
	[
		1161125,
		{ zh: '「工作邮箱」在账号 LDAP 已存在', en: '“Work email” exists already in the account LDAP' },
	],
	[1161126, { zh: '邮箱前缀包含敏感词', en: 'The part before the @ has a sensitive word in it' }],
	[
		1161127,
		{ zh: '与系统中已存在的邮箱重复', en: 'The same as an existing mailbox in the system' },
	],
]);
