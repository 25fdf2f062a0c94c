// Forty invented people: a dozen to restore, one for every way Feishu refuses, some in other stages.
import { departmentId } from '../lists/inventedDepartments';
import { CUSTOM_TASK_CODE } from '../lists/inventedFields';
import { dayFromToday } from './days';
import type { OnboardingStatus, PersonSeed, Task } from './people';

/** An id of the right form that nobody has: restoring it is answered 1161105. */
export const ABSENT_PRE_HIRE_ID = '7345005664499999999';

/** An ATS application id that two withdrawn people share. */
export const SHARED_ATS_APPLICATION_ID = 'ATS-2099-0012';

/** Name, department (CoreHR ID, as search returns it), days from today to the start, ATS application id. */
const ORDINARY: ReadonlyArray<readonly [string, string, number, string]> = [
	['林晓雨', departmentId('sales'), 3, 'ATS-2099-0001'],
	['王子轩', departmentId('sales'), 7, 'ATS-2099-0002'],
	['陈思远', departmentId('design'), 14, 'ATS-2099-0003'],
	['赵一诺', departmentId('design'), 21, 'ATS-2099-0004'],
	['Amelia Example', departmentId('finance'), 28, 'ATS-2099-0005'],
	["Seán O'Sample", departmentId('finance'), 30, 'ATS-2099-0006'],
	['Jürgen Müßterlein', departmentId('engineering'), 45, 'ATS-2099-0007'],
	['María Ejemplo', departmentId('engineering'), 60, 'ATS-2099-0008'],
	['Nguyễn Thị Mẫu', departmentId('engineering'), 0, 'ATS-2099-0009'],
	['佐藤 例子', departmentId('support'), -10, 'ATS-2099-0010'],
	['欧阳试', departmentId('support'), -30, SHARED_ATS_APPLICATION_ID],
	['欧阳试', departmentId('sales'), 35, SHARED_ATS_APPLICATION_ID],
];

/** Name and the code that refuses the person. */
const REFUSED: ReadonlyArray<readonly [string, number]> = [
	['满编 Full Headcount', 1161063],
	['Malformed Mailbox', 1161034],
	['Wrong Domain', 1161035],
	['Mail Taken Active', 1161036],
	['Mail Taken Business', 1161118],
	['Mail In Recycle Bin', 1161119],
	['No Mail Permission', 1161120],
	['UPPERCASE MAIL', 1161121],
	['Special Ch@racter', 1161122],
	['Unsound Mail', 1161123],
	['Longest Mail Of All', 1161124],
	['Mail In LDAP', 1161125],
	['Sensitive Prefix', 1161126],
	['Duplicate Mailbox', 1161127],
	['Always In Conflict', 1161116],
	['No Permission', 1161097],
	['Odd Parameter', 1161001],
	['Server Error', 1161000],
	['Always Times Out', 1161204],
	['Over The Limit', 1161604],
];

/** Tasks of somebody who has just begun, and of somebody who has done them all or all but the last. */
const tasksDone = (done: number): Task[] =>
	['Job information', 'Personal information', 'Order a laptop (invented)'].map((name, place) => ({
		code: place < 2 ? String(place + 1) : CUSTOM_TASK_CODE,
		name,
		status: place < done ? 'completed' : place === done ? 'in_progress' : 'not_started',
		reviewed: place === 1,
	}));

/** Name, stage, days from today to the start, tasks done of three. */
const ELSEWHERE: ReadonlyArray<readonly [string, OnboardingStatus, number, number?]> = [
	['周待入', 'preboarding', 5, 0],
	['Pat Preboarding', 'preboarding', 12],
	['Perry Preboarding', 'preboarding', 40],
	['吴就绪', 'day_one', 0, 3],
	['Dana Dayone', 'day_one', 0, 2],
	['Casey Completed', 'completed', -20],
	['郑已完', 'completed', -90],
	['Del Deleted', 'deleted', -5],
];

/** The forty, all in the custom app's tenant; their start dates count from the day of loading. */
export const inventedPeople: PersonSeed[] = [
	...ORDINARY.map(([preferredName, department, days, atsApplicationId], place) => ({
		...basics(place + 1, preferredName, days),
		departmentId: department,
		atsApplicationId,
		updatedDate: dayFromToday(-place),
		withdrawnReason: 'The candidate chose another offer',
	})),
	...REFUSED.map(([preferredName, refuse], place) => ({
		...basics(place + 101, preferredName, 10 + place),
		departmentId: departmentId('refused'),
		withdrawnReason: 'The offer fell through',
		refuse,
	})),
	...ELSEWHERE.map(([preferredName, onboardingStatus, days, done], place) => ({
		...basics(place + 201, preferredName, days),
		departmentId: departmentId('elsewhere'),
		onboardingStatus,
		...(done === undefined ? {} : { tasks: tasksDone(done) }),
	})),
];

/** Three people in each of the store app's tenants, under the same ids in both. */
export const inventedPeopleOfStoreTenants: PersonSeed[] = ['tenant-a', 'tenant-b'].flatMap(
	(tenant) =>
		['First', 'Second', 'Third'].map((name, place) => ({
			...basics(place + 1, `${name} of ${tenant}`, 9),
			tenant,
		})),
);

function basics(
	number: number,
	preferredName: string,
	startsInDays: number,
): Pick<PersonSeed, 'preHireId' | 'preferredName' | 'workerId' | 'workEmail' | 'onboardingDate'> {
	const padded = String(number).padStart(3, '0');
	return {
		preHireId: `7345005664477${padded}407`,
		preferredName,
		workerId: `W-INVENTED-${padded}`,
		workEmail: `invented.${padded}@example.com`,
		onboardingDate: dayFromToday(startsInDays),
	};
}
