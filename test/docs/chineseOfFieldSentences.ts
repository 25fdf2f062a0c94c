/** What operations do, and what their fields and choices mean, in Chinese, by the English sentence. */
export const CHINESE_OF_SENTENCES: ReadonlyArray<readonly [string, string]> = [
	// What each operation does.
	[
		'Bring a withdrawn pre-hire back into onboarding',
		'让已撤销的待入职人员回到入职流程（恢复入职）',
	],
	[
		'List people by status, start date, name, department or ID',
		'按状态、入职日期、姓名、部门或 ID 查找人员',
	],
	[
		'Get one pre-hire with name, worker ID, work email, department, onboarding status and start date, in any stage. Changes nothing. Needs the pre_hire_id; find it by name with Get Many. Fails with not_found if nobody has the ID or the app may not see the person: Feishu does not tell these apart.',
		'查看一位待入职人员的姓名、工号、工作邮箱、部门、入职状态和入职日期，不论处于哪个状态。不改变任何数据。需要 pre_hire_id，可用 Get Many 按姓名查到。查无此人或应用无权查看时，失败类别为 not_found：飞书不区分这两种情况。',
	],
	[
		'Create a pre-hire (待入职). Needs full name, phone, onboarding date, department and your own external ID; the same external ID again returns the person who has it and changes nothing. Get and Get Many show the person up to 5 seconds later. It cannot be undone: Withdraw only takes the person out of onboarding.',
		'创建一位待入职人员。需要姓名、手机号、入职日期、部门和你自己的 External ID；再次使用同一 External ID，会返回已有此 ID 的人，什么也不改。Get 和 Get Many 最多晚 5 秒才显示此人。无法撤回：Withdraw 只是把此人移出入职流程。',
	],
	['Take a pre-hire out of onboarding', '让待入职人员退出入职流程（撤销入职）'],
	[
		'Change fields of a pre-hire, such as start date, department or work email. Needs the pre_hire_id and at least one field. Fields that are not named keep their values; a list, such as phone numbers, is replaced whole. Refused once the person has joined.',
		'修改待入职人员的字段，例如入职日期、部门或工作邮箱。需要 pre_hire_id 和至少一个字段。没有指定的字段保持不变；列表（例如电话号码）整体替换。此人入职之后会被拒绝。',
	],
	[
		'Complete the onboarding of a pre-hire (完成入职): the person becomes an employee, with employment and employee number. This cannot be undone: the only way back is offboarding. Needs the pre_hire_id. Refused with not_ready while tasks are open, the start date is missing or a check failed.',
		'完成待入职人员的入职（完成入职）：此人成为员工，有雇佣信息和工号。不可撤销：只能办理离职。需要 pre_hire_id。任务未完成、没有入职日期或校验未通过时会被拒绝，类别为 not_ready。',
	],
	[
		'Start an onboarding task that is not started yet. Needs the pre_hire_id and the task_code.',
		'开始一个尚未开始的入职任务。需要 pre_hire_id 和 task_code。',
	],
	[
		'Submit an onboarding task that is in progress or was rejected; it is then in review or completed. Needs the pre_hire_id and the task_code; not for the tasks 3, 4 and 9.',
		'提交一个进行中或已驳回的入职任务，之后为审核中或已完成。需要 pre_hire_id 和 task_code；不适用于任务 3、4、9。',
	],
	[
		'Approve an onboarding task that is in review, for all of its approvers at once; it is then completed. Needs the pre_hire_id and the task_code.',
		'通过一个审核中的入职任务，一次代替所有审批人，之后为已完成。需要 pre_hire_id 和 task_code。',
	],
	[
		'Reject an onboarding task that is in review, for all of its approvers at once; the person has to submit it again. Needs the pre_hire_id, the task_code and a reason.',
		'驳回一个审核中的入职任务，一次代替所有审批人；此人需要重新提交。需要 pre_hire_id、task_code 和原因。',
	],
	[
		'See which operations the app may use, what is missing and where to apply for it. Reads only, changes nothing.',
		'查看应用可以使用哪些操作、缺少什么、在哪里申请。只读取，不改变任何数据。',
	],
	// Whom it is about.
	[
		'The person in Feishu People > Onboarding whom each item is about',
		'每个 item 针对的人，在 飞书人事 > 入职管理 中',
	],
	[
		'The pre_hire_id from Feishu, as text: as a number it loses digits',
		'飞书的 pre_hire_id，用文本：数字会丢失位数',
	],
	[
		'The application ID of Feishu Hire (飞书招聘). Another ATS’s ID, which Feishu keeps as out_biz_id, cannot be searched. The person is looked up, so the app needs a search scope.',
		'飞书招聘的投递 ID。其他 ATS 的 ID 在飞书中是 out_biz_id，无法搜索。节点会查找此人，因此应用需要搜索权限。',
	],
	['As text: as a number an ID loses digits', '用文本：数字形式的 ID 会丢失位数'],
	// Restore and Complete Onboarding.
	[
		'Whether to occupy headcount by force. Off: when the headcount of the position is used up, Feishu refuses and the item fails with category headcount. On: the person is restored all the same.',
		'是否强制占编。关：编制已满时飞书拒绝，该项失败，类别为 headcount。开：照样恢复此人。',
	],
	[
		'What to do about a person who is not withdrawn. Choose Succeed If Active for workflows that may run twice.',
		'此人不是已撤销状态时怎么办。可能运行两次的工作流宜选 Succeed If Active。',
	],
	['The item fails with category wrong_stage', '该项失败，类别为 wrong_stage'],
	[
		'Somebody who is back in onboarding already, or has arrived, is a success: already_restored. Asks search, so the app needs a search scope.',
		'已回到入职流程或已入职的人算作成功：already_restored。需要搜索，因此应用需要搜索权限。',
	],
	[
		'What to do about a person whose onboarding is completed already. Choose Succeed for workflows that may run twice.',
		'此人已完成入职时怎么办。可能运行两次的工作流宜选 Succeed。',
	],
	['The item fails as Feishu refuses it', '飞书拒绝，该项失败'],
	[
		'Somebody whose onboarding is completed already is a success: already_completed. Asks search, so the app needs a search scope.',
		'已完成入职的人算作成功：already_completed。需要搜索，因此应用需要搜索权限。',
	],
	[
		'Why this person will not join, at most 500 characters. It stands in Feishu People beside the person.',
		'此人不再入职的原因，最多 500 个字符。显示在飞书人事中此人旁边。',
	],
	// Options of every operation.
	[
		'How the run behaves: what counts as success, retries, speed and time limits',
		'运行方式：什么算成功、重试、速度和时间限制',
	],
	[
		'Whether the fields of the input item stand beside the result, and its binary data goes along. Items on the error output have the fields in any case.',
		'输入 item 的字段是否与结果放在一起，二进制数据是否一并传递。错误输出上的 item 始终带有这些字段。',
	],
	[
		'How many items are worked on at the same time, 1 to 50. Read from the first item.',
		'同时处理的 item 数，1 到 50。从第一个 item 读取。',
	],
	[
		'How often a request is repeated after a failure that passes by itself, such as a broken connection, 0 to 10. Refusals by Feishu’s rules are never repeated. Read from the first item.',
		'遇到会自行消失的故障（例如连接中断）时重试几次，0 到 10。被飞书规则拒绝的请求从不重试。从第一个 item 读取。',
	],
	[
		'How many calls to one Feishu API this n8n process makes within any 60 seconds. Without this option: as many as Feishu allows. Set 80 for a big run to leave room for single people and other programs that use the same app. Read from the first item.',
		'本 n8n 进程在任意 60 秒内对同一飞书接口的调用次数。不设此选项：以飞书的上限为准。大批量运行可设为 80，给单人操作和使用同一应用的其他程序留出余量。从第一个 item 读取。',
	],
	[
		'How long to wait for Feishu’s answer to one request, in milliseconds, 1000 to 300000. Read from the first item.',
		'等待飞书应答单次请求的毫秒数，1000 到 300000。从第一个 item 读取。',
	],
	// Get and Get Many.
	[
		'Whether to return all results or only up to a given limit',
		'返回全部结果，还是只返回到设定的数量',
	],
	['Max number of results to return', '最多返回多少人'],
	[
		'Which people to return. A person has to pass every filter that is set.',
		'返回哪些人。设置的每个条件都要满足。',
	],
	[
		'People of these departments: at most 100 CoreHR IDs, as Get Many returns them, separated by commas or as a list. An ID that begins with od- is of another kind.',
		'这些部门的人：最多 100 个人事部门 ID（即 Get Many 返回的 ID），用逗号分隔，或用列表。以 od- 开头的是另一种 ID。',
	],
	[
		'People whose preferred name contains this text, or whose worker ID is exactly this',
		'常用姓名包含此文本，或工号与此完全相同的人',
	],
	[
		'Where the people stand in onboarding. Without this filter: withdrawn.',
		'处于哪个入职状态。不设此条件时只查已撤销的人。',
	],
	['Everybody, whatever the status', '所有人，不论状态'],
	['The person has joined', '已完成，此人已入职'],
	['The person is ready for the first day', '准备就绪，等待入职当天'],
	['The person cannot be restored', '已删除，无法恢复'],
	['The person is about to join', '待入职，即将入职'],
	['The person can be restored', '已撤销，可以恢复'],
	[
		'Only these people: at most 100 IDs, separated by commas, blanks or new lines, or a list of texts. Onboarding Status still counts: Any brings them whatever their stage.',
		'只查这些人：最多 100 个 ID，用逗号、空格或换行分隔，或用文本列表。Onboarding Status 依然有效：选 Any 则不论状态。',
	],
	[
		'People who start on this day or later. The time of day is ignored. A moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
		'在这一天或之后入职的人。忽略时刻。{{ $now }} 这样的时刻，按工作流时区换算为日期。',
	],
	[
		'People who start on this day or earlier. The time of day is ignored. A moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
		'在这一天或之前入职的人。忽略时刻。{{ $now }} 这样的时刻，按工作流时区换算为日期。',
	],
	[
		'People whose record was changed on this day or later. The time of day is ignored. A moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
		'记录在这一天或之后修改过的人。忽略时刻。{{ $now }} 这样的时刻，按工作流时区换算为日期。',
	],
	[
		'People whose record was changed on this day or earlier. The time of day is ignored. A moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
		'记录在这一天或之前修改过的人。忽略时刻。{{ $now }} 这样的时刻，按工作流时区换算为日期。',
	],
	[
		'People with these worker IDs: at most 100, separated by commas, or a list',
		'工号为这些的人：最多 100 个，用逗号分隔，或用列表',
	],
	[
		'Whether to return a simplified version of the response instead of the raw data',
		'返回精简的结果，还是飞书的原始结构',
	],
	[
		'More of Feishu’s fields, separated by commas. Some need a scope of their own; without it Feishu leaves the field out.',
		'更多飞书字段，用逗号分隔。有些字段另需权限；没有权限时，飞书不返回该字段。',
	],
	// Create.
	[
		'How colleagues call the person (常用名). A name in parts goes into More Fields.',
		'同事对此人的称呼（常用名）。姓、名分开填写时用 More Fields。',
	],
	[
		'The mobile number without its country code. Blanks, hyphens and brackets in it are dropped.',
		'不带国家区号的手机号。其中的空格、连字符和括号会被去掉。',
	],
	[
		'The country of the number as your Feishu People names it: 86_china, not +86. An administrator sees the names in its settings.',
		'号码所属国家，用飞书人事中的名称：86_china，而不是 +86。管理员可在设置中查看这些名称。',
	],
	[
		'Feishu’s employment type (雇佣类型). For an option that your tenant has added use an expression that gives its name, not an ID.',
		'飞书的雇佣类型。租户自行添加的选项，用表达式给出它的名称，而不是 ID。',
	],
	['External, such as agency staff', '外部人员，例如劳务派遣'],
	['Employed by the company itself', '公司正式雇佣'],
	[
		'The first day of work. A moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
		'入职第一天。{{ $now }} 这样的时刻，按工作流时区换算为日期。',
	],
	[
		'Where the person will work. The list says whether the department needs a job or a position. The ID is the CoreHR ID: one that begins with od- is of another kind.',
		'此人所在的部门。列表中写明该部门要求职务还是岗位。ID 指人事部门 ID：以 od- 开头的是另一种 ID。',
	],
	[
		'The company that signs the contract. Many tenants need it, also to number employees.',
		'签合同的公司。许多租户要求填写，编工号时也要用到。',
	],
	[
		'The tenant’s own kind of employee, such as regular or intern. Many tenants need it, also to number employees.',
		'租户自己的人员类型，例如正式或实习。许多租户要求填写，编工号时也要用到。',
	],
	[
		'Where the person arrives on the first day. Feishu does not tell which locations it takes: likely ones come first.',
		'入职当天报到的地点。飞书不说明接受哪些地点：可能的排在前面。',
	],
	[
		'What makes a repeat harmless: your own key for this hire, such as the application ID of your ATS. If a pre-hire with it exists, Feishu returns that person and ignores everything else. It is written once: Feishu neither shows nor finds people by it.',
		'让重复发送无害：你自己的唯一键，例如 ATS 的投递 ID。如果已有待入职人员使用它，飞书返回此人并忽略其余内容。只写入一次：飞书之后既不显示它，也不能按它查找。',
	],
	[
		'More that is known of the hire. A field that stays empty is not sent.',
		'其他已知信息。留空的字段不发送。',
	],
	[
		'The application ID of Feishu Hire (飞书招聘), for tenants that use it. The ID of another ATS belongs into External ID.',
		'飞书招聘的投递 ID，供使用飞书招聘的租户填写。其他 ATS 的 ID 填在 External ID 中。',
	],
	['To whom the person will report: somebody who has joined already', '此人的上级：须为已入职的人'],
	['The private address of the person', '此人的个人邮箱'],
	[
		'An option of your tenant by its name: male, female, other',
		'租户的选项，用名称：male、female、other',
	],
	[
		'What the person will do (职务). Departments that work with jobs need it.',
		'此人的职务。使用职务的部门要求填写。',
	],
	['The name in the passport or ID card, as one text', '证件上的姓名，作为一个文本'],
	[
		'Who looks after the offer: somebody in HR who has joined already',
		'负责 offer 的人：须为已入职的 HR',
	],
	[
		'The building where the desk will be. Feishu does not tell which locations it takes.',
		'工位所在的办公地点。飞书不说明接受哪些地点。',
	],
	[
		'Which onboarding flow to begin. Without it Feishu chooses one.',
		'启动哪个入职流程。不填则由飞书选择。',
	],
	[
		'The post that the person fills (岗位). Departments that work with positions need it; the list shows those of the chosen department.',
		'此人的岗位。使用岗位的部门要求填写；列表显示所选部门的岗位。',
	],
	[
		'How the person was found: an option of your tenant by its name, not an ID',
		'招聘方式：租户的选项，用名称，而不是 ID',
	],
	[
		'The future address. A Feishu mailbox is in lower case and at most 20 characters long.',
		'将来的工作邮箱。飞书邮箱须为小写，最多 20 个字符。',
	],
	[
		'The city or region of work. Feishu does not tell which locations it takes.',
		'工作所在的城市或地区。飞书不说明接受哪些地点。',
	],
	[
		'The employee number. Leave it out where your tenant numbers employees by itself.',
		'工号。租户自动编号时不要填写。',
	],
	[
		'Fields that your tenant has added to pre-hires and to people. Those that stay empty are not sent. The list needs the scope corehr:common_data.meta_data:read.',
		'租户在待入职和个人信息中添加的字段。留空的不发送。列表需要权限 corehr:common_data.meta_data:read。',
	],
	[
		'Any other field of Feishu’s create call by Feishu’s own names, as an object. It is merged into what the other fields say, in depth, and wins. A list takes the place of the whole list.',
		'飞书创建接口的其他字段，用飞书的名称，写成一个对象。与其他字段深度合并，并以它为准。列表整体替换。',
	],
	// Update.
	[
		'What to change. A field that is not added here keeps its value; to empty one, name it in Fields to Clear.',
		'要修改的内容。没有添加的字段保持不变；要清空某个字段，请写在 Fields to Clear 中。',
	],
	[
		'Feishu’s name of the kind of employment: employee, contingent_worker, or one of your tenant’s own',
		'雇佣类型在飞书中的名称：employee、contingent_worker，或租户自行添加的',
	],
	[
		'The first day. The time of day is ignored; a moment, such as {{ $now }}, counts as the day that it is in the workflow’s time zone.',
		'入职第一天。忽略时刻；{{ $now }} 这样的时刻，按工作流时区换算为日期。',
	],
	[
		'The only work email from now on: it takes the place of all that stand there',
		'今后唯一的工作邮箱：替换原有的全部工作邮箱',
	],
	[
		'The employee number (工号). Feishu refuses it where numbers are given automatically.',
		'工号。自动编号时，飞书会拒绝。',
	],
	[
		'Fields to empty, by Feishu’s names, separated by commas, with their group in front or without. Custom fields by their API name, such as badge__c. What is not named here is never cleared.',
		'要清空的字段，用飞书的名称，以逗号分隔，前面可带可不带分组。自定义字段用 API 名称，例如 badge__c。没有写在这里的字段绝不会被清空。',
	],
	[
		'Further fields in the form of Feishu’s update call, such as { "offer_info_update": { "work_station": "4F-12" } }. They win over Update Fields. A list such as names, phones or emails is replaced whole: give all of its entries.',
		'飞书更新接口的其他字段，例如 { "offer_info_update": { "work_station": "4F-12" } }。优先于 Update Fields。names、phones、emails 等列表整体替换：请给出全部条目。',
	],
	// Onboarding tasks.
	[
		'The onboarding task to work on. The list shows those of the person chosen above; where an expression names the person, run the nodes before this one first.',
		'要处理的入职任务。列表显示上面所选人员的任务；用表达式指定人员时，请先运行前面的节点。',
	],
	[
		'The task_code: 1 job information, 2 personal information, 3 SSO account, 4 check-in, 9 sign documents, or the UUID of a task of your own. Get with Options > Fields = onboarding_info.onboarding_task_list shows them.',
		'task_code：1 职位信息、2 个人信息、3 创建单点登录账号、4 报到、9 签署文件，或自定义任务的 UUID。Get 设置 Options > Fields = onboarding_info.onboarding_task_list 可查看它们。',
	],
	[
		'Why the task is sent back, less than 3000 bytes: some 990 Chinese characters or 2990 Latin letters. The person sees it in Feishu.',
		'驳回的原因，少于 3000 字节：约 990 个汉字或 2990 个拉丁字母。此人可在飞书中看到。',
	],
	// The trigger.
	[
		'Only changes to one of these start the workflow. Empty: every change. Changes of tasks are not concerned.',
		'只有变为其中之一才启动工作流。留空：任何变化。不影响任务的变化。',
	],
	['All tasks are done; the person has not necessarily joined', '任务全部完成；此人不一定已入职'],
	[
		'Sent back to the offer stage; Get Many calls this person deleted',
		'退回到 offer 阶段；Get Many 中此人为 deleted',
	],
	[
		'The flow is under way, most likely after Restore as well',
		'流程进行中，恢复入职之后很可能也是此状态',
	],
	['The flow waits to be started', '流程等待启动'],
	['What Feishu calls abnormal', '飞书所称的异常状态'],
	['Somebody withdrew the person', '有人撤销了此人的入职'],
	[
		'More events to listen to, and what to do when Feishu sends one again',
		'接收更多事件，以及飞书重推时怎么办',
	],
	[
		'Whether an event that Feishu sends again within 24 hours is answered but not run. One n8n process remembers; with several, put Remove Duplicates on event_id behind the trigger.',
		'24 小时内飞书重推的事件是否只应答、不运行。每个 n8n 进程各记各的；有多个进程时，在触发器后接 Remove Duplicates，以 event_id 去重。',
	],
	[
		'Names of more events as Feishu writes them, separated by commas. Their items have "other" as event.',
		'更多事件，用飞书的事件名，以逗号分隔。它们的 item 中 event 为 "other"。',
	],
];
