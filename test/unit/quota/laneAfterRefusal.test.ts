/** What the lane does once Feishu has refused a call as one too many, in virtual time. */
import type { Place } from '../../../nodes/FeishuCoreHr/feishu/quota/lane';
import {
	HUNDRED_A_MINUTE,
	THOUSAND_A_MINUTE,
} from '../../../nodes/FeishuCoreHr/feishu/quota/window';
import { answered, laneInVirtualTime, LIFE, MINUTE } from './laneInVirtualTime';

describe('after a refusal', () => {
	it('sends nothing before the reset that Feishu names', async () => {
		const { clock, callAnd, call } = laneInVirtualTime();
		await clock.runUntil(callAnd((place) => place.refused(7_000)));
		const { at } = await clock.runUntil(call());
		expect(at).toBeGreaterThanOrEqual(7_000);
		expect(at).toBeLessThan(7_000 + 200);
	});

	it('sends the last people at the reset that Feishu names, also where a place of its own comes later', async () => {
		const { clock, callAnd, call } = laneInVirtualTime();
		await clock.runUntil(callAnd((place) => place.unanswered()));
		await clock.runUntil(callAnd((place) => place.refused(2_000)));
		expect((await clock.runUntil(call())).at).toBeLessThan(2_000 + 200);
	});

	it('waits at most two minutes, whatever Feishu says', async () => {
		const { clock, callAnd, call } = laneInVirtualTime();
		await clock.runUntil(callAnd((place) => place.refused(86_400_000)));
		expect((await clock.runUntil(call())).at).toBeLessThan(120_200);
	});

	it('keeps to the places it has, and asks for more with one call at a time', async () => {
		const { clock, call } = laneInVirtualTime();
		const LEFT_BY_OTHERS = 40;
		const accepted: number[] = [];
		const refusedBeside: number[] = [];
		let underWay = 0;
		const person = async (): Promise<void> => {
			for (;;) {
				const { place } = await call(HUNDRED_A_MINUTE, 100);
				underWay += 1;
				const recent = accepted.filter((at) => at > clock.now() - MINUTE);
				const isThrough = recent.length < LEFT_BY_OTHERS;
				if (isThrough) accepted.push(clock.now());
				else refusedBeside.push(underWay);
				await clock.sleep(100);
				underWay -= 1;
				if (isThrough) return place.answered();
				place.refused((recent[0] ?? 0) + MINUTE - clock.now());
			}
		};
		const five = Array.from({ length: 5 }, async () => {
			for (let n = 0; n < 40; n += 1) await person();
		});
		await clock.runUntil(Promise.all(five));
		// Five windows of 40: at the first refusal five calls are under way, later one.
		expect(clock.now()).toBeLessThan(4 * LIFE + 5_000);
		expect(refusedBeside.slice(5).every((calls) => calls === 1)).toBe(true);
		expect(refusedBeside.length).toBeLessThanOrEqual(5 + 4 * 2);
	});

	it('of the second only, learns nothing about the minute', async () => {
		const { clock, callAnd } = laneInVirtualTime();
		await clock.runUntil(callAnd((place) => place.refused(400), THOUSAND_A_MINUTE));
		const sent = await clock.runUntil(
			Promise.all(
				Array.from({ length: 20 }, async () => await callAnd(answered, THOUSAND_A_MINUTE, 100)),
			),
		);
		expect(new Set(sent)).toEqual(new Set([400]));
	});

	it('lets one call go ahead, and the others once it got through', async () => {
		const { clock, times, callAnd } = laneInVirtualTime();
		await times(10);
		await clock.runUntil(callAnd((place) => place.refused(65_000)));
		const [first, ...others] = await times(5, answered, 300);
		expect(others).toEqual(others.map(() => (first ?? 0) + 300));
	});

	it('forgets after five windows what it has learnt', async () => {
		const { clock, times, callAnd } = laneInVirtualTime();
		await times(10);
		await clock.runUntil(callAnd((place) => place.refused(1_000)));
		await clock.runUntil(clock.sleep(5 * MINUTE));
		const before = clock.now();
		expect(Math.max(...(await times(100, answered, 100)))).toBe(before);
	});
});

describe('after a refusal that does not say for how long', () => {
	const FIVE_A_SECOND = [{ calls: 5, perMs: 1_000 }];
	const refused = (place: Place) => place.refused(undefined);

	/** So many calls of the second get through, the others of fifty are refused. */
	const passInSecond = async (
		{ clock, callAnd }: ReturnType<typeof laneInVirtualTime>,
		passed: number,
	) => {
		const ends = Array.from({ length: 50 }, (_, n) => (n < passed ? answered : refused));
		await clock.runUntil(
			Promise.all(ends.map(async (end) => await callAnd(end, THOUSAND_A_MINUTE, 100))),
		);
	};

	it('rests a second where only the second has a limit', async () => {
		const { clock, callAnd } = laneInVirtualTime();
		await clock.runUntil(callAnd(refused, FIVE_A_SECOND));
		const at = await clock.runUntil(callAnd(answered, FIVE_A_SECOND));
		expect(at).toBeGreaterThanOrEqual(1_000);
		expect(at).toBeLessThan(1_300);
	});

	it.each([49, 20])(
		'rests a second where %i of fifty got through, then one call goes ahead',
		async (passed) => {
			const lane = laneInVirtualTime();
			await passInSecond(lane, passed);
			const [first, ...others] = await lane.clock.runUntil(
				Promise.all(
					Array.from(
						{ length: 20 },
						async () => await lane.callAnd(answered, THOUSAND_A_MINUTE, 100),
					),
				),
			);
			expect(first).toBeGreaterThanOrEqual(1_100);
			expect(first).toBeLessThan(1_400);
			expect(others).toEqual(others.map(() => (first ?? 0) + 100));
		},
	);

	it('takes it for the minute where the call after that second is refused too', async () => {
		const lane = laneInVirtualTime();
		await passInSecond(lane, 49);
		const again = await lane.clock.runUntil(lane.callAnd(refused, THOUSAND_A_MINUTE));
		const at = await lane.clock.runUntil(lane.callAnd(answered, THOUSAND_A_MINUTE));
		expect(at - again).toBeGreaterThanOrEqual(2_500);
	});

	it('lets the others go once the call that went ahead was lost: no answer is no refusal', async () => {
		const lane = laneInVirtualTime();
		await passInSecond(lane, 49);
		const lost = async () =>
			await lane.callAnd((place) => place.unanswered(), THOUSAND_A_MINUTE, 30_000);
		const [first, ...others] = await lane.clock.runUntil(Promise.all([lost(), lost(), lost()]));
		expect(others).toEqual(others.map(() => (first ?? 0) + 30_000));
	});

	it('takes it for the minute where its own calls cannot have used the second up', async () => {
		const { clock, callAnd } = laneInVirtualTime();
		await clock.runUntil(callAnd(refused, THOUSAND_A_MINUTE));
		const at = await clock.runUntil(callAnd(answered, THOUSAND_A_MINUTE));
		expect(at).toBeGreaterThanOrEqual(2_500);
	});
});
