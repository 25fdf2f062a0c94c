/** Which day a date is: that of the workflow's time zone for a moment, the written one for a plain date. */
import { DateTime } from 'luxon';

import { readDay } from '../../../nodes/FeishuCoreHr/actions/fields/day';

const dayIn = (zone: string, value: unknown) => {
	const day = readDay(value, 'Start Date From', zone);
	return day.ok ? day.value : day.failure.code;
};

/** The same moment in all forms in which n8n hands one over. */
const formsOf = (iso: string): unknown[] => [
	new Date(iso),
	new Date(iso).toISOString(),
	DateTime.fromISO(iso, { setZone: true }),
	DateTime.fromISO(iso, { zone: 'Pacific/Auckland' }),
	DateTime.fromISO(iso, { zone: 'America/Los_Angeles' }).toString(),
	iso,
];

describe.each([
	// West and east of UTC, and both ends of a day.
	['2026-12-01T00:30:00+08:00', 'Asia/Shanghai', '2026-12-01'],
	['2026-12-01T23:59:59+08:00', 'Asia/Shanghai', '2026-12-01'],
	['2026-12-01T00:30:00+08:00', 'UTC', '2026-11-30'],
	['2026-12-01T03:00:00Z', 'America/New_York', '2026-11-30'],
	['2026-12-01T05:00:00Z', 'America/New_York', '2026-12-01'],
	['2026-11-30T12:00:00Z', 'Pacific/Kiritimati', '2026-12-01'],
	['2026-12-01T10:00:00Z', 'Pacific/Pago_Pago', '2026-11-30'],
	['2026-12-01T18:30:00Z', 'Asia/Kolkata', '2026-12-02'],
	// The clock of New York is set on 8 March and back on 1 November 2026: midnight is at 5:00, then at 4:00 UTC.
	['2026-03-08T04:59:59Z', 'America/New_York', '2026-03-07'],
	['2026-03-08T05:00:00Z', 'America/New_York', '2026-03-08'],
	['2026-03-09T03:59:59Z', 'America/New_York', '2026-03-08'],
	['2026-03-09T04:00:00Z', 'America/New_York', '2026-03-09'],
	['2026-11-02T04:59:59Z', 'America/New_York', '2026-11-01'],
	['2026-11-02T05:00:00Z', 'America/New_York', '2026-11-02'],
])('%s in %s is %s', (moment, zone, day) => {
	it.each(formsOf(moment))('as form %#', (value) => {
		expect(dayIn(zone, value)).toBe(day);
	});
});

it.each([
	'2026-12-01',
	' 2026-12-01 ',
	'2026-12-01T00:00:00',
	'2026-12-01T23:59:59.999',
	'2026-12-01 23:59',
	'2026-12-01 9:05:00',
])('leaves the plain date %s as it is written, whatever the zone', (text) => {
	for (const zone of ['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago']) {
		expect(dayIn(zone, text)).toBe('2026-12-01');
	}
});

it.each([
	['2026-12-01T00:30:00.123456+0800', '2026-11-30'],
	['2026-12-01 00:30:00 +08', '2026-11-30'],
	['2026-12-01T00:30z', '2026-12-01'],
	['2026-12-01T23:30:00-01:00', '2026-12-02'],
])('reads the moment %s', (text, day) => {
	expect(dayIn('UTC', text)).toBe(day);
});

it.each([
	'',
	'tomorrow',
	'2026-02-29',
	'2026-13-01',
	'2026-12-01T25:00:00',
	'2026-12-01T10:61:00Z',
	'2026-12-01T00:30:00 CST',
	'2026-12-01 and more',
	'01.12.2026',
	1_764_547_200_000,
	new Date(NaN),
	DateTime.invalid('made up'),
	['2026-12-01'],
	{},
	null,
	true,
])('refuses %p', (value) => {
	expect(dayIn('UTC', value)).toBe('INVALID_DATE');
});

it('says so where the workflow’s time zone is none', () => {
	const day = readDay(new Date(), 'Updated To', 'Mars/Olympus');
	expect(day).toMatchObject({
		ok: false,
		failure: { code: 'INVALID_DATE', message: expect.stringContaining('Mars/Olympus') },
	});
	expect(dayIn('Mars/Olympus', '2026-12-01')).toBe('2026-12-01');
});
