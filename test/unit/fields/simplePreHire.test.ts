/** Flat people: no field of Options > Fields is lost, and none takes the place of another. */
import { simplifier } from '../../../nodes/FeishuCoreHr/feishu/preHires/simplePreHire';

const simplify = (one: typeof person, more: string[]) => simplifier(more)(one);

const person = {
	pre_hire_id: '7',
	person_info: { preferred_name: 'Li Na', legal_name: 'Li', name: 'a', pre_hire_id: '8' },
	employment_info: { worker_id: 'W1', name: 'b', error: 'c', outcome: 'd', success: true },
};

it('puts each further field under its last part', () => {
	expect(simplify(person, ['person_info.legal_name'])).toEqual({
		pre_hire_id: '7',
		preferred_name: 'Li Na',
		worker_id: 'W1',
		legal_name: 'Li',
	});
});

it('keeps two fields with the same last part apart by their whole path', () => {
	expect(simplify(person, ['person_info.name', 'employment_info.name'])).toMatchObject({
		'person_info.name': 'a',
		'employment_info.name': 'b',
	});
});

it('lets no field take the place of the person’s own, or of what n8n and the node look at', () => {
	const paths = [
		'person_info.pre_hire_id',
		'person_info.worker_id',
		'employment_info.error',
		'employment_info.outcome',
		'employment_info.success',
		'pre_hire_id',
	];
	expect(simplify(person, paths)).toEqual({
		pre_hire_id: '7',
		preferred_name: 'Li Na',
		worker_id: 'W1',
		'person_info.pre_hire_id': '8',
		'employment_info.error': 'c',
		'employment_info.outcome': 'd',
		'employment_info.success': true,
	});
});

it('takes a field that stands in the flat item anyway for the same', () => {
	expect(Object.keys(simplify(person, ['employment_info.worker_id']))).toEqual([
		'pre_hire_id',
		'preferred_name',
		'worker_id',
	]);
});

it.each([
	'constructor',
	'__proto__',
	'toString',
	'person_info.constructor',
	'person_info.__proto__.polluted',
	'person_info.',
	'.',
	'person_info.legal_name.length',
])('finds nothing under %s', (path) => {
	const item = simplify(person, [path]);
	expect(Object.keys(item)).toEqual(['pre_hire_id', 'preferred_name', 'worker_id']);
	expect(Object.getPrototypeOf(item)).toBe(Object.prototype);
});
