// Invented people who have joined: leaders and offer HR to choose from.
import { departmentId } from './inventedDepartments';
import { inventedId } from './inventedIds';
import type { Employee } from './organisation';

export function inventedEmployees(): Employee[] {
	return [
		employee(1, '李领导', 'Lena Leader', {
			departmentId: departmentId('sales'),
			jobTitle: 'Head of Sales',
		}),
		employee(2, '韩人事', 'Hanna Hr', {
			departmentId: departmentId('support'),
			jobTitle: 'HR Partner',
		}),
		employee(3, 'Lennart Leader', undefined, { departmentId: departmentId('engineering') }),
		employee(4, '离职者', 'Gone Person', { status: 'terminated' }),
		// Without a Feishu account no ID can be converted.
		employee(5, '无账号', 'No Account', { openId: undefined }),
	];
}

function employee(
	number: number,
	name: string,
	englishName: string | undefined,
	more: { [Field in keyof Employee]?: Employee[Field] | undefined },
): Employee {
	const fields = {
		id: inventedId('employment', number),
		personId: inventedId('person', number),
		openId: `ou_invented_${number}`,
		name,
		englishName,
		number: `E-INVENTED-${number}`,
		email: `employee.${number}@example.com`,
		phone: `1390000${String(number).padStart(4, '0')}`,
		departmentId: departmentId('root'),
		status: 'hired' as const,
		...more,
	};
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	) as unknown as Employee;
}
