/** Creates at full speed, in virtual time: what 50 a second allow is used, and no call is refused. */
import { Lane } from '../../../nodes/FeishuCoreHr/feishu/quota/lane';
import { THOUSAND_A_MINUTE } from '../../../nodes/FeishuCoreHr/feishu/quota/window';
import { seeded } from './sharedLimit';
import { VirtualClock } from './virtualClock';

const PEOPLE = 1_000;

/** ⌈1,000/50⌉ − 1 seconds; the thousand of the minute are never used up. */
const LEAST_MS = 19_000;

/** How long a call is under way before Feishu counts it, and after; one number for always, two for anything between. */
interface Way {
	before: number | [number, number];
	after: number | [number, number];
	/** How much longer it takes there where no reply has come yet: its connection has to be made first. */
	connecting?: number;
}

/** `windowMs`: how long Feishu counts a call. */
async function createAll(
	way: Way,
	seed = 1,
	windowMs = 1_000,
): Promise<{ ms: number; refused: number }> {
	const clock = new VirtualClock();
	const random = seeded(seed);
	const lane = new Lane(clock, random);
	const pass = async (ms: Way['before']) => {
		const [from, to] = typeof ms === 'number' ? [ms, ms] : ms;
		await clock.sleep(from + random() * (to - from));
	};
	let counted: number[] = [];
	let refused = 0;
	let notBegun = PEOPLE;
	let isConnected = false;
	const createOne = async (): Promise<void> => {
		const used = await lane.withPlace(
			{ windows: THOUSAND_A_MINUTE, isAbandoned: () => false, notBegun },
			async (place) => {
				place.sending();
				if (!isConnected) await clock.sleep(way.connecting ?? 0);
				await pass(way.before);
				const now = clock.now();
				counted = counted.filter((at) => at > now - windowMs);
				const oldest = counted.length < 50 ? undefined : counted[0];
				if (oldest === undefined) counted.push(now);
				else refused += 1;
				await pass(way.after);
				isConnected = true;
				if (oldest === undefined) place.answered();
				else place.refused(oldest + windowMs - now);
				return oldest === undefined;
			},
		);
		if (used.kind !== 'used' || !used.value) await createOne();
	};
	const worker = async () => {
		while (notBegun > 0) {
			notBegun -= 1;
			await createOne();
		}
	};
	await clock.runUntil(Promise.all(Array.from({ length: 50 }, worker)));
	return { ms: clock.now(), refused };
}

it.each<[string, Way]>([
	['at once', { before: 0, after: 0 }],
	['after 100 ms', { before: 50, after: 50 }],
])('1,000 creates answered %s take at most 1.05 of what 50 a second allow', async (_, way) => {
	const { ms, refused } = await createAll(way);
	expect(refused).toBe(0);
	expect(ms).toBeLessThanOrEqual(LEAST_MS * 1.05);
});

it('answers after half a second cost one of them more, once: of the first calls it is not known what their connections took', async () => {
	const { ms, refused } = await createAll({ before: 100, after: 400 });
	expect(refused).toBe(0);
	expect(ms).toBeLessThanOrEqual(LEAST_MS * 1.05 + 500);
});

it.each<[string, Way]>([
	['there', { before: [20, 120], after: 20 }],
	['back', { before: 20, after: [20, 120] }],
	['there and back', { before: [20, 120], after: [50, 300] }],
])('no call is refused where the way %s takes now longer, now shorter', async (_, way) => {
	for (const seed of [1, 2, 3]) expect((await createAll(way, seed)).refused).toBe(0);
});

it.each([10, 40, 100, 300])(
	'no call is refused where making the first connections takes %d ms',
	async (connecting) => {
		const { ms, refused } = await createAll({ before: 10, after: 20, connecting });
		expect(refused).toBe(0);
		expect(ms).toBeLessThanOrEqual(LEAST_MS * 1.05 + connecting);
	},
);

it('refusals in a second teach a wider margin: a Feishu that counts calls a little longer refuses the first bursts only', async () => {
	const { refused } = await createAll({ before: 5, after: 5 }, 1, 1_100);
	expect(refused).toBeLessThan(200);
});
