// Data ranges: which records of a tenant an app may see. No call of Feishu's tells them.
import type { RecordedCall } from '../server/api';
import type { TenantWorld } from '../tenantWorld';
import type { RangedObject } from './apps';

/** Whether the calling app may see a record of that department (CoreHR ID). */
export function isInRange(
	call: RecordedCall,
	world: TenantWorld,
	object: RangedObject,
	departmentId: string | undefined,
): boolean {
	const range = world.apps.find(call.appId ?? '')?.ranges[object] ?? 'everybody';
	if (typeof range === 'string') return range === 'everybody';
	return departmentId !== undefined && range.departments.includes(departmentId);
}

/** Whether the app sees nothing of the kind at all. */
export function isRangeEmpty(
	call: RecordedCall,
	world: TenantWorld,
	object: RangedObject,
): boolean {
	return world.apps.find(call.appId ?? '')?.ranges[object] === 'nobody';
}
