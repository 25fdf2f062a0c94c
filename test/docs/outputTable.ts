/** The table of what an operation returns, from its output schema. */
import type { Bilingual, Language } from './bilingual';
import { table } from './table';

/** An output schema of `__schema__`. */
export interface Schema {
	properties: Readonly<Record<string, { type: string }>>;
}

const HEADERS = { en: ['Field', 'Type', 'Meaning'], zh: ['字段', '类型', '含义'] } as const;

const TYPES: Readonly<Record<string, Bilingual>> = {
	array: { en: 'list', zh: '列表' },
	boolean: { en: 'true or false', zh: 'true 或 false' },
	object: { en: 'object', zh: '对象' },
	string: { en: 'text', zh: '文本' },
};

/** What each field of the output means, by its name: the same name means the same everywhere. */
const MEANINGS: Readonly<Record<string, Bilingual>> = {
	pre_hire_id: { en: 'the person’s ID in Feishu People', zh: '此人在飞书人事中的待入职 ID' },
	success: {
		en: 'always `true` on the success output; an item that failed has `error` instead',
		zh: '成功输出上始终为 `true`；失败的 item 带有 `error`',
	},
	outcome: { en: 'what became of the item', zh: '该项的结果' },
	log_id: {
		en: 'Feishu’s ID of the request, for questions to Feishu’s support',
		zh: '飞书的请求 ID，向飞书技术支持提问时使用',
	},
	confirmed_by: {
		en: 'only where Feishu’s own answer did not settle it: what did',
		zh: '仅当飞书的应答不足以确认时出现：由什么确认',
	},
	confirm_workforce: {
		en: 'whether headcount was to be occupied by force',
		zh: '是否要求强制占编',
	},
	external_id: { en: 'your own key for this hire', zh: '你自己的唯一键' },
	updated_fields: {
		en: 'what was set or cleared, by Feishu’s names',
		zh: '设置或清空了哪些字段，用飞书的名称',
	},
	task_code: { en: 'which task', zh: '哪个任务' },
	preferred_name: { en: 'the name that colleagues use', zh: '常用名' },
	worker_id: { en: 'the employee number', zh: '工号' },
	work_email: { en: 'the work email', zh: '工作邮箱' },
	department_id: { en: 'the CoreHR ID of the department', zh: '人事部门 ID' },
	onboarding_status: {
		en: '`preboarding`, `day_one`, `completed`, `withdrawn` or `deleted`',
		zh: '`preboarding`（待入职）、`day_one`（准备就绪）、`completed`（已完成）、`withdrawn`（已撤销）或 `deleted`（已删除）',
	},
	onboarding_date: { en: 'the first day', zh: '入职日期' },
	ats_application_id: { en: 'the application ID of Feishu Hire', zh: '飞书招聘的投递 ID' },
	app_id: { en: 'the app of the credential', zh: '凭证中的应用' },
	environment: { en: 'the Environment of the credential', zh: '凭证中的 Environment' },
	token: {
		en: '`ok`, or why Feishu issues no access token: the secret is refused, the app is disabled or lives in another environment. The secret is tried afresh each time, whatever token is stored',
		zh: '`ok`，或飞书不签发 access token 的原因：密钥被拒绝、应用已停用，或应用属于另一个环境。无论是否存有 token，每次都重新验证密钥',
	},
	operations: {
		en: 'for each operation whether the app may use it. `missing_scopes` names one scope for everything that is missing. Where Feishu does not tell, `allowed` is left out. Scopes that only an option or a list needs are not counted',
		zh: '每个操作是否可用。`missing_scopes` 为每一处缺失各写出一个权限。飞书没有说明时，省略 `allowed`。只有选项或列表才需要的权限不计在内',
	},
	fix_url: {
		en: 'the page of your app in Feishu’s console with everything missing ticked; only where something is missing',
		zh: '飞书后台中你的应用的页面，所缺权限均已勾选；只在有缺失时出现',
	},
	pre_hires_visible: {
		en: '`yes`, or `unknown`: an empty data range looks the same as a tenant without pre-hires',
		zh: '`yes`，或 `unknown`：数据范围为空与租户中没有待入职人员，看起来是一样的',
	},
	advice: {
		en: 'sentences: what is so, and what to do',
		zh: '若干句话（英文）：情况如何，该做什么',
	},
};

export function outputTable({ properties }: Schema, language: Language): string {
	return table(
		HEADERS[language],
		Object.entries(properties).map(([name, { type }]) => [
			`\`${name}\``,
			words(TYPES, type)[language],
			words(MEANINGS, name)[language],
		]),
	);
}

function words(list: Readonly<Record<string, Bilingual>>, name: string): Bilingual {
	const found = list[name];
	if (found === undefined) throw new Error(`test/docs/outputTable.ts has no words for ${name}`);
	return found;
}
