// Invented jobs, job families, levels, grades and positions.
import { dayFromToday } from '../preHires/days';
import { departmentId } from './inventedDepartments';
import { inventedId } from './inventedIds';
import type { Job, JobFamily, Level, Position } from './organisation';

export function inventedFamilies(): JobFamily[] {
	const top = inventedId('jobFamily', 1);
	return [
		{
			id: top,
			name: { zh: '全部序列', en: 'All families' },
			code: 'F',
			active: true,
			selectable: false,
		},
		family(2, '技术', 'Technology', top),
		family(3, '销售', 'Sales', top),
		{ ...family(4, '旧序列', 'Former family', top), active: false },
	];
}

export function inventedLevels(): Level[] {
	return [3, 1, 2].map((order) => ({
		id: inventedId('jobLevel', order),
		name: { zh: `虚构 ${order} 级`, en: `Invented Level ${order}` },
		code: `L${order}`,
		active: true,
		order,
	}));
}

export function inventedGrades(): Level[] {
	return [1, 2].map((order) => ({
		id: inventedId('jobGrade', order),
		name: { zh: `虚构职等 ${order}`, en: `Invented Grade ${order}` },
		code: `G${order}`,
		active: true,
		order,
	}));
}

export function inventedJobs(): Job[] {
	return [
		job(1, '软件工程师', 'Software Engineer', 2),
		job(2, '测试工程师', 'Test Engineer', 2),
		job(3, '销售代表', 'Sales Representative', 3),
		{ ...job(4, '打字员', 'Typist', 3), active: false },
	];
}

export function inventedPositions(): Position[] {
	return [
		position(1, '前端岗', 'Front End Position', 1),
		position(2, '后端岗', 'Back End Position', 1),
		{ ...position(3, '已停用岗', 'Closed Position', 2), active: false },
		{ ...position(4, '未来岗', 'Future Position', 2), validFrom: dayFromToday(90) },
		{ ...position(5, '销售岗', 'Sales Position', 3), departmentId: departmentId('sales') },
	];
}

function family(number: number, zh: string, en: string, parentId: string): JobFamily {
	const code = `F${number}`;
	return {
		id: inventedId('jobFamily', number),
		name: { zh, en },
		code,
		active: true,
		selectable: true,
		parentId,
	};
}

function job(number: number, zh: string, en: string, familyNumber: number): Job {
	return {
		id: inventedId('job', number),
		name: { zh, en },
		code: `J${number}`,
		active: true,
		familyIds: [inventedId('jobFamily', familyNumber)],
		levelIds: [inventedId('jobLevel', 1), inventedId('jobLevel', 2)],
	};
}

function position(number: number, zh: string, en: string, jobNumber: number): Position {
	return {
		id: inventedId('position', number),
		name: { zh, en },
		code: `P${number}`,
		active: true,
		departmentId: departmentId('positions'),
		jobId: inventedId('job', jobNumber),
	};
}
