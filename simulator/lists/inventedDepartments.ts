// Invented departments: a small tree with one of every kind, and as many more as a test wants.
import { dayFromToday } from '../preHires/days';
import { inventedId } from './inventedIds';
import type { Department } from './organisation';

/** Names of the small tree, in the order of their numbers. */
const WORDS = [
	'root',
	'sales',
	'design',
	'finance',
	'engineering',
	'support',
	'refused',
	'elsewhere',
	'full',
	'positions',
	'volunteers',
	'closed',
	'future',
	'twin',
] as const;

type Word = (typeof WORDS)[number];

/** Word, Chinese name, English name; the place gives the number. An empty name is missing in that language. */
const SMALL_TREE: ReadonlyArray<readonly [Word, string, string, Partial<Department>?]> = [
	['root', '虚构公司', 'Invented Company', {}],
	['sales', '虚构销售部', 'Invented Sales'],
	['design', '虚构设计部', 'Invented Design'],
	['finance', '虚构财务部', 'Invented Finance'],
	['engineering', '虚构研发部', 'Invented Engineering'],
	['support', '虚构客服部', ''],
	['refused', '', 'Invented Refused'],
	['elsewhere', '虚构别处', 'Invented Elsewhere'],
	['full', '虚构满编部', 'Invented Full Headcount', { full: true }],
	['positions', '虚构岗位制部门', 'Invented By Position', { staffingModel: 'position' }],
	['volunteers', '虚构志愿者', 'Invented Volunteers', { staffingModel: 'non_job' }],
	['closed', '虚构已停用部门', 'Invented Closed', { active: false }],
	['future', '虚构未来部门', 'Invented Future', { validFrom: dayFromToday(90) }],
	// A second one of the same name, under Sales.
	['twin', '虚构设计部', 'Invented Design', { parentId: departmentId('sales') }],
];

/** The CoreHR ID of one of the small tree. */
export function departmentId(word: Word): string {
	return inventedId('department', WORDS.indexOf(word) + 1);
}

/** The small tree, filled up to `count` with numbered teams of ten under one another. */
export function inventedDepartments(count: number): Department[] {
	const tree = SMALL_TREE.map(
		([word, zh, en, more]): Department => ({
			...department(word, departmentId(word), { ...(zh ? { zh } : {}), ...(en ? { en } : {}) }),
			...(word === 'root' ? {} : { parentId: departmentId('root') }),
			...more,
		}),
	);
	for (let place = tree.length; place < count; place += 1) {
		const number = place + 1;
		const name = { zh: `虚构团队 ${number}`, en: `Invented Team ${number}` };
		const parent = tree[Math.floor(place / 10)];
		tree.push({
			...department(`team-${number}`, inventedId('department', number), name),
			parentId: parent?.id ?? departmentId('root'),
		});
	}
	return tree;
}

function department(word: string, id: string, name: Department['name']): Department {
	return {
		id,
		name,
		openId: `od-${id}`,
		customId: `contact-${id}`,
		code: `D-${word.toUpperCase()}`,
		active: true,
		staffingModel: 'job',
	};
}
