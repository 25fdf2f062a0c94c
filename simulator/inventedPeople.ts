// Forty invented people: a dozen to restore, one for every way Feishu refuses, some in other stages.
import { dayFromToday, type OnboardingStatus, type PersonSeed } from './people';

/** An id of the right form that nobody has: restoring it is answered 1161105. */
export const ABSENT_PRE_HIRE_ID = '7345005664499999999';

/** An ATS application id that two withdrawn people share. */
export const SHARED_ATS_APPLICATION_ID = 'ATS-2099-0012';

/** CoreHR IDs of the invented departments. */
const DEPARTMENTS = {
	sales: '7063072995761450001',
	design: '7063072995761450002',
	finance: '7063072995761450003',
	engineering: '7063072995761450004',
	support: '7063072995761450005',
	refused: '7063072995761450006',
	elsewhere: '7063072995761450007',
} as const;

/** Name, department, days from today to the start, ATS application id. */
const ORDINARY: ReadonlyArray<readonly [string, string, number, string]> = [
	['林晓雨', DEPARTMENTS.sales, 3, 'ATS-2099-0001'],
	['王子轩', DEPARTMENTS.sales, 7, 'ATS-2099-0002'],
	['陈思远', DEPARTMENTS.design, 14, 'ATS-2099-0003'],
	['赵一诺', DEPARTMENTS.design, 21, 'ATS-2099-0004'],
	['Amelia Example', DEPARTMENTS.finance, 28, 'ATS-2099-0005'],
	["Seán O'Sample", DEPARTMENTS.finance, 30, 'ATS-2099-0006'],
	['Jürgen Müßterlein', DEPARTMENTS.engineering, 45, 'ATS-2099-0007'],
	['María Ejemplo', DEPARTMENTS.engineering, 60, 'ATS-2099-0008'],
	['Nguyễn Thị Mẫu', DEPARTMENTS.engineering, 0, 'ATS-2099-0009'],
	['佐藤 例子', DEPARTMENTS.support, -10, 'ATS-2099-0010'],
	['欧阳试', DEPARTMENTS.support, -30, SHARED_ATS_APPLICATION_ID],
	['欧阳试', DEPARTMENTS.sales, 35, SHARED_ATS_APPLICATION_ID],
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

/** Name, stage, days from today to the start. */
const ELSEWHERE: ReadonlyArray<readonly [string, OnboardingStatus, number]> = [
	['周待入', 'preboarding', 5],
	['Pat Preboarding', 'preboarding', 12],
	['Perry Preboarding', 'preboarding', 40],
	['吴就绪', 'day_one', 0],
	['Dana Dayone', 'day_one', 0],
	['Casey Completed', 'completed', -20],
	['郑已完', 'completed', -90],
	['Del Deleted', 'deleted', -5],
];

/** The forty, all in the custom app's tenant; their start dates count from the day of loading. */
export const inventedPeople: PersonSeed[] = [
	...ORDINARY.map(([preferredName, departmentId, days, atsApplicationId], place) => ({
		...basics(place + 1, preferredName, days),
		departmentId,
		atsApplicationId,
		updatedDate: dayFromToday(-place),
		withdrawnReason: 'The candidate chose another offer',
	})),
	...REFUSED.map(([preferredName, refuse], place) => ({
		...basics(place + 101, preferredName, 10 + place),
		departmentId: DEPARTMENTS.refused,
		withdrawnReason: 'The offer fell through',
		refuse,
	})),
	...ELSEWHERE.map(([preferredName, onboardingStatus, days], place) => ({
		...basics(place + 201, preferredName, days),
		departmentId: DEPARTMENTS.elsewhere,
		onboardingStatus,
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
