/** Input that is refused before anything is sent: one clear error item, no call. */
import {
	byId,
	failureOf,
	feishu,
	customAppCredential,
	getMany,
	idNumber,
	linksOf,
	restore,
	useSimulator,
	withdrawnPeople,
} from '../harness/feishu';

useSimulator({ people: withdrawnPeople(3) });

describe('as Pre-Hire ID', () => {
	const refused: Array<[string, unknown, RegExp]> = [
		['undefined', undefined, /is missing/],
		['null', null, /is missing/],
		['an empty text', '', /is empty/],
		['blanks', '   ', /is empty/],
		['letters', 'abc', /other than the digits 0 to 9/],
		['digits with a space inside', '7345 005', /other than the digits 0 to 9/],
		['digits of another script', '７３４５', /other than the digits 0 to 9/],
		['a leading zero', '007', /begins with 0/],
		['a lone zero', '0', /begins with 0/],
		['zero as a number', 0, /begins with 0/],
		['20 digits', '12345678901234567890', /20 digits, and IDs of Feishu’s have at most 19/],
		['a negative number', -5, /not a whole number/],
		['a fraction', 1.5, /not a whole number/],
		['a number beyond the safe range', Number('7345005664477775407'), /lost digits/],
		['an object', { id: '1' }, /not text/],
		['an array', ['1'], /not text/],
		['true', true, /not text/],
	];

	it.each(refused)('refuses %s', async (_name, id, message) => {
		const { success, error } = await restore([
			{ id: idNumber(0) },
			{ id: id as never },
			{ id: idNumber(1) },
		]);
		expect(linksOf(success)).toEqual([0, 2]);
		expect(failureOf(error[0])).toMatchObject({
			code: 'INVALID_PRE_HIRE_ID',
			category: 'invalid_input',
			retryable: false,
			attempts: 0,
			message: expect.stringMatching(message),
			hint: expect.stringContaining('7345005664477775407'),
		});
		expect(feishu().callsTo('restore')).toHaveLength(2);
	});

	it.each([
		['with spaces around', ` ${idNumber(0)}\n`],
		['short, as a number', 121215],
	])('takes an ID %s', async (_name, id) => {
		feishu().addPeople([{ preHireId: '121215', preferredName: 'Short' }]);
		const { success } = await restore([{ id }]);
		expect(success[0]?.json).toMatchObject({ success: true, pre_hire_id: String(id).trim() });
	});
});

describe('as Confirm Workforce', () => {
	it.each([
		['"FALSE"', 'FALSE'],
		['"yes"', 'yes'],
		['"1"', '1'],
		['1', 1],
		['0', 0],
		['null', null],
		['undefined', undefined],
		['an empty text', ''],
		['an object', {}],
	])('refuses %s', async (_name, force) => {
		const { success, error } = await restore([{ id: idNumber(0), force: force as never }], {
			with: { confirmWorkforce: '={{ $json.force }}' },
		});
		expect(success).toEqual([]);
		expect(failureOf(error[0])).toMatchObject({
			code: 'INVALID_CONFIRM_WORKFORCE',
			category: 'invalid_input',
			pre_hire_id: idNumber(0),
			attempts: 0,
			message: expect.stringContaining('Confirm Workforce'),
			hint: expect.stringContaining('true or false'),
		});
		expect(feishu().calls).toEqual([]);
	});

	it('does not occupy headcount by force for the text "false"', async () => {
		await restore([{ id: idNumber(0), force: 'false' }], {
			with: { confirmWorkforce: '={{ $json.force }}' },
		});
		expect(feishu().callsTo('restore')[0]?.body).toMatchObject({ confirm_workforce: false });
	});
});

describe('as an option', () => {
	it.each([
		['maxConcurrency', 0],
		['maxConcurrency', 51],
		['maxConcurrency', 2.5],
		['maxRetries', -1],
		['maxRetries', 11],
		['requestsPerMinute', 0],
		['requestsPerMinute', 10_001],
		['timeout', 999],
		['timeout', 300_001],
		['timeout', 'soon'],
	])('refuses %s = %s for every item', async (name, value) => {
		const { success, error } = await restore([idNumber(0), idNumber(1)], {
			options: { [name]: value },
		});
		expect(success).toEqual([]);
		expect(linksOf(error)).toEqual([0, 1]);
		expect(failureOf(error[0])).toMatchObject({
			category: 'invalid_input',
			message: expect.stringMatching(/is not a whole number from \d+ to \d+$/),
			pre_hire_id: idNumber(0),
		});
		expect(feishu().calls).toEqual([]);
	});

	it.each([
		['ifNotWithdrawn', 'ignore', 'INVALID_IF_NOT_WITHDRAWN'],
		['includeInputFields', 'yes', 'INVALID_INCLUDE_INPUT_FIELDS'],
	])('refuses %s = %s', async (name, value, code) => {
		const { error } = await restore([idNumber(0)], { options: { [name]: value } });
		expect(failureOf(error[0])).toMatchObject({ code, pre_hire_id: idNumber(0) });
		expect(feishu().calls).toEqual([]);
	});

	const BROKEN = '={{ $("Nowhere").item.json.x }}';

	it.each([
		['If Not Withdrawn', 'ifNotWithdrawn', '"fail"'],
		['Include Input Fields', 'includeInputFields', 'false'],
	])(
		'%s that cannot be read for the first item fails the first item only',
		async (_label, name, good) => {
			const { success, error } = await restore([{ id: idNumber(0), first: true }, idNumber(1)], {
				options: { [name]: `={{ $json.first ? $("Nowhere").item.json.x : ${good} }}` },
			});
			expect(linksOf(success)).toEqual([1]);
			expect(linksOf(error)).toEqual([0]);
			expect(failureOf(error[0])).toMatchObject({ code: 'INVALID_EXPRESSION', attempts: 0 });
		},
	);

	it('of Get Many that cannot be read for the first item fails the first item only', async () => {
		const { success, error } = await getMany(
			{ limit: 1 },
			{ options: { fields: '={{ $itemIndex === 0 ? $("Nowhere").item.json.x : "" }}' } },
			['a', 'b'],
		);
		expect(linksOf(success)).toEqual([1]);
		expect(linksOf(error)).toEqual([0]);
	});

	it('of the run does no harm where it cannot be read for a later item', async () => {
		const { success } = await restore([idNumber(0), idNumber(1)], {
			options: { maxRetries: '={{ $itemIndex === 0 ? 2 : $("Nowhere").item.json.x }}' },
		});
		expect(linksOf(success)).toEqual([0, 1]);
	});

	it('of the run that cannot be read for the first item fails every item', async () => {
		const { error } = await restore([idNumber(0), idNumber(1)], { options: { timeout: BROKEN } });
		expect(error.map((item) => failureOf(item).code)).toEqual(Array(2).fill('INVALID_EXPRESSION'));
		expect(feishu().calls).toEqual([]);
	});

	it('takes digits as text, as expressions give them', async () => {
		const { success } = await restore([idNumber(0)], { options: { maxRetries: '={{ "2" }}' } });
		expect(success).toHaveLength(1);
	});
});

describe('as credential', () => {
	it.each([
		['http:// to another machine', { customBaseUrl: 'http://feishu.example.com' }, /https:\/\//],
		['a path', { customBaseUrl: 'https://feishu.example.com/open-apis' }, /behind the host/],
		['a query', { customBaseUrl: 'https://feishu.example.com?a=1' }, /behind the host/],
		['a user name', { customBaseUrl: 'https://me@feishu.example.com' }, /user name/],
		['no address', { customBaseUrl: 'feishu' }, /not a web address/],
		['nothing', { customBaseUrl: '' }, /is empty/],
		['an unknown environment', { environment: 'mars' }, /Environment/],
		['a property of every object as environment', { environment: 'constructor' }, /Environment/],
		['no App ID', { appId: ' ' }, /App ID is empty/],
		['no App Secret', { appSecret: '' }, /App Secret is empty/],
		['no Tenant Key', { appType: 'store', appTicket: 't' }, /Tenant Key is empty/],
		['no App Ticket', { appType: 'store', tenantKey: 't' }, /App Ticket is empty/],
	])('refuses %s for every item', async (_name, fields, message) => {
		const { success, error } = await restore([idNumber(0), idNumber(1)], {
			credentials: customAppCredential(fields),
		});
		expect(success).toEqual([]);
		expect(linksOf(error)).toEqual([0, 1]);
		expect(failureOf(error[0])).toMatchObject({
			category: 'invalid_input',
			attempts: 0,
			message: expect.stringMatching(message),
		});
		expect(feishu().calls).toEqual([]);
	});

	it('takes a base URL with a trailing slash', async () => {
		const { success } = await restore([idNumber(0)], {
			credentials: customAppCredential({ customBaseUrl: `${feishu().url}/` }),
		});
		expect(success).toHaveLength(1);
		expect(feishu().callsTo('restore')[0]?.path).toBe(
			'/open-apis/corehr/v2/pre_hires/restore_flow_instance',
		);
	});

	it('says so where the node has none', async () => {
		const { error, thrown } = await restore([idNumber(0)], { settings: { credentials: {} } });
		expect(thrown).toBeUndefined();
		expect(failureOf(error[0])).toMatchObject({
			code: 'CREDENTIAL_UNAVAILABLE',
			hint: expect.stringContaining('Choose a Feishu CoreHR API credential'),
		});
	});
});

it('turns an expression that cannot be evaluated into an error item', async () => {
	const { success, error, thrown } = await restore([idNumber(0)], {
		with: { preHireId: byId('={{ $("Nowhere").item.json.id }}') },
	});
	expect([success, thrown]).toEqual([[], undefined]);
	expect(failureOf(error[0])).toMatchObject({ code: 'INVALID_EXPRESSION', attempts: 0 });
});

it('refuses an operation that no version of the node has', async () => {
	const { error } = await restore([idNumber(0)], { with: { operation: 'constructor' } });
	expect(failureOf(error[0]).code).toBe('INVALID_OPERATION');
});
