// The error codes on Feishu's page about restore, row by row and word for word.
import type { CodeFacts } from './codesOfCalls';

/** One row of the page. */
export interface PageRow extends CodeFacts {
	/** What the page advises, in Chinese. It is not in the answer. */
	advice: string;
}

/** All 22. */
export const RESTORE_CODES: Readonly<Record<number, PageRow>> = {
	1161001: { status: 400, msg: 'param is invalid', advice: '请填写正确的参数' },
	1161000: {
		status: 500,
		msg: 'Server system error',
		advice: '系统出现问题，如需帮助，请咨询[技术支持](https://applink.feishu.cn/TLJpeNdW)。',
	},
	1161204: { status: 503, msg: 'Requset timeout', advice: '请求超时，请稍后重试' },
	1161604: { status: 429, msg: 'QPS over limit', advice: '接口请求过多，请稍后重试' },
	1161116: {
		status: 400,
		msg: 'A conflict occurred as multiple people are operating at the same time. Please refresh the page and try again later.',
		advice: '多人同时操作发生冲突，请稍后刷新页面后重试',
	},
	1161097: {
		status: 400,
		msg: 'Permission denied, please contact the administrator.',
		advice: '无权限操作，请联系管理员',
	},
	1161105: {
		status: 400,
		msg: "You don't have the permission to view the prehire, or the prehire does not exist",
		advice: '无权限查看该待入职人员，或该待入职人员不存在',
	},
	1161129: {
		status: 400,
		msg: 'Unable to submit this task as pre-hire is in the "{{label}}" stage.',
		advice: '该待入职人员当前状态为「{{label}}」，无法进行此操作',
	},
	1161063: { status: 400, msg: 'workforce has exceed', advice: '校验中心，校验 & 预占编失败' },
	1161034: {
		status: 400,
		msg: 'Incorrect work email format. Please fill in a valid email address.',
		advice: '「工作邮箱」格式不正确，请填写有效邮箱',
	},
	1161035: { status: 400, msg: 'Incorrect work email domain.', advice: '「工作邮箱」域名错误' },
	1161036: {
		status: 400,
		msg: 'Work email is duplicate with an active individual in the system.',
		advice: '「工作邮箱」与系统中的在职人员重复',
	},
	1161118: {
		status: 400,
		msg: 'Work email is duplicate with the existing mailbox in the Feishu business mailbox.',
		advice: '工作邮箱与飞书企业邮箱中已存在的邮箱重复',
	},
	1161119: {
		status: 400,
		msg: 'Work email is duplicate with an offboarded individual in the system, can be viewed in the Feishu Enterprise Mailbox Recycle Bin.',
		advice: '工作邮箱与系统中的离职人员重复，可在飞书企业邮箱回收站中查看此邮箱',
	},
	1161120: {
		status: 400,
		msg: "Currently, there is no permission to edit the work email of the person being operated on. You can modify the address book settings by accessing the application permissions in the 'Feishu HR Application Management' interface within the 'Feishu Management Backend'",
		advice:
			'暂无被操作人工作邮箱编辑权限，可在「飞书管理后台」的飞书人事应用管理界面，找到应用权限以修改通讯录设置',
	},
	1161121: {
		status: 400,
		msg: 'Incorrect email format, work email need to be lowercase',
		advice: '「工作邮箱」格式不正确，字母需为小写',
	},
	1161122: {
		status: 400,
		msg: 'Incorrect email format, special character in work email',
		advice: '「工作邮箱」格式不正确，存在特殊字符',
	},
	1161123: { status: 400, msg: 'Incorrect email format', advice: '「工作邮箱」格式不正确' },
	1161124: {
		status: 400,
		msg: 'Incorrect email format, the total length of the email exceeds 20 characters',
		advice: '「工作邮箱」格式不正确，总长度需小于等于 20 位',
	},
	1161125: {
		status: 400,
		msg: 'Work email already exists in the account LDAP',
		advice: '「工作邮箱」在账号 LDAP 已存在',
	},
	1161126: {
		status: 400,
		msg: 'There are sensitive words in the email prefix',
		advice: '邮箱前缀包含敏感词',
	},
	1161127: {
		status: 400,
		msg: 'Duplicate with the existing mailbox',
		advice: '与系统中已存在的邮箱重复',
	},
};
