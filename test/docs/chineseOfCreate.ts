/** The Chinese of what Create's code table and that of the pick lists have for themselves, by the English sentence. */
export const CHINESE_OF_CREATE: ReadonlyArray<readonly [english: string, chinese: string]> = [
	// Titles: what happened.
	['The onboarding flow does not exist', '入职流程不存在'],
	['The job grade and the job level do not fit together', '职等与职级不匹配'],
	['The phone number is empty', '手机号码为空'],
	['The offer ID and the offer are not the same', 'offer_id 与 offer 不一致'],
	[
		'The ATS application ID and the application are not the same',
		'ats_application_id 与 application 不一致',
	],
	['An offer needs its offer ID beside it', '填写 offer 时必须同时填写 offer_id'],
	[
		'An application needs its ATS application ID beside it',
		'填写 application 时必须同时填写 ats_application_id',
	],
	['Feishu does not accept the question for this list', '飞书不接受该列表的查询'],
	['The app has no permission for this list', '应用没有该列表的权限'],
	['This tenant has no fields of that kind', '该租户没有这类字段'],
	// Hints: what to do.
	[
		'Choose an entry from the list of that field, or give the ID of one that exists in this tenant, then run again.',
		'从该字段的列表中选择，或填写该租户中存在的 ID，然后重新运行。',
	],
	[
		'This field takes the name of an option, such as employee, and no ID. Look the options up in the settings of Feishu People, then run again.',
		'该字段填写选项的名称（如 employee），不是 ID。请在飞书人事的设置中查看选项，然后重新运行。',
	],
	[
		'Choose another one, or ask HR to put it in force for the first day in Feishu People, then run again.',
		'换一个，或请 HR 在飞书人事中让它在入职当天生效，然后重新运行。',
	],
	[
		'Give values that belong together as they are set up in Feishu People, or leave one of them out, then run again.',
		'按飞书人事中的设置填写互相匹配的值，或去掉其中之一，然后重新运行。',
	],
	[
		'The settings of the department decide between job and position. Set or remove Additional Fields > Job or Position as the message says, then run again.',
		'填写职务还是岗位由部门的设置决定。按提示在 Additional Fields 中填写或去掉 Job 或 Position，然后重新运行。',
	],
	[
		'Search Feishu People for this person. If it is somebody who was created before with another external ID, there is nothing to do; else correct the value, then run again.',
		'在飞书人事中搜索此人。如果是之前用其他 External ID 创建的，则无需处理；否则更正该值后重新运行。',
	],
	[
		'Give the number without its country code in Phone Number, and the country in Phone Area Code as Feishu names it, such as 86_china, then run again.',
		'在 Phone Number 中填写不带国家区号的号码，在 Phone Area Code 中按飞书的名称填写国家（如 86_china），然后重新运行。',
	],
	[
		'Correct Additional Fields > Work Email or leave it out, then run again.',
		'更正 Additional Fields > Work Email 或去掉它，然后重新运行。',
	],
	[
		'Give another address in Additional Fields > Work Email, or ask an administrator to free this one, then run again.',
		'在 Additional Fields > Work Email 中换一个地址，或请管理员释放该地址，然后重新运行。',
	],
	[
		'In the Feishu admin console open Feishu People > app permissions and let work emails be edited, or leave the work email out, then run again.',
		'在飞书管理后台的飞书人事 > 应用权限中允许修改工作邮箱，或不填工作邮箱，然后重新运行。',
	],
	[
		'Choose a location or address that is set up for this purpose in Feishu People (its usage stands in the list), then run again.',
		'选择在飞书人事中设为该用途的地点或地址（列表中写明用途），然后重新运行。',
	],
	[
		'Look at the rule for employee numbers in Feishu People. With automatic numbers leave Worker ID out and set Company and Employee Type, then run again.',
		'查看飞书人事中的工号规则。自动生成工号时不要填 Worker ID，并填写公司和人员类型，然后重新运行。',
	],
	[
		'Correct the cost centers in More Fields: each once, in force, with shares from 1 to 100 that add up to 100. Then run again.',
		'更正 More Fields 中的成本中心：每个只出现一次、处于生效状态、比例在 1 到 100 之间且合计 100。然后重新运行。',
	],
	[
		'Correct the notice periods in More Fields or leave them out, so that the rules of the tenant apply. Then run again.',
		'更正 More Fields 中的通知期，或去掉它们以采用租户的规则。然后重新运行。',
	],
	[
		'Correct these values in More Fields, then run again.',
		'更正 More Fields 中的这些值，然后重新运行。',
	],
	[
		'Ask whoever owns the headcount to raise it, or choose another department or position, then run again. Create has no way around the headcount.',
		'请编制负责人增加编制，或换一个部门或岗位，然后重新运行。创建待入职不能强制占用编制。',
	],
	[
		'Ask HR to look at the warnings about this person in Feishu People, then run again.',
		'请 HR 在飞书人事中查看此人的异常提示，然后重新运行。',
	],
	[
		'Compare the fields with what Feishu’s own words name, correct them, then run again.',
		'对照 feishu_message 中飞书的说明检查并更正字段，然后重新运行。',
	],
	[
		'Choose By ID and give the ID by hand. Report this at the package’s issue page.',
		'选择 By ID 并手动填写 ID。欢迎在本包的 issue 页面反馈。',
	],
	[
		'In the developer console widen the app’s data permission for these records under Permissions & Scopes > data permissions, publish a new app version, then open the list again.',
		'在开发者后台的权限管理 > 数据权限中扩大应用对这些数据的范围，发布新版本，然后重新打开列表。',
	],
	[
		'Leave Custom Fields empty, or ask an administrator to look at the field settings of Feishu People.',
		'将 Custom Fields 留空，或请管理员查看飞书人事的字段设置。',
	],
];
