/** The proof of the limit: what a window takes, whether it slides, whether refused calls count. All kinds of Feishu at once. */
import { window } from '../../prove/checks/window';
import { startSimulator, type QuotaOptions } from '../../simulator';
import { withdrawnPeople } from '../harness/feishu';
import { proofOf } from '../harness/proof';
import { pause } from '../harness/until';

/** Few calls in a short window: a busy machine needs seconds for a hundred. */
const LIMIT = 10;

/** A machine too busy for one of them is given the next. */
const WINDOWS_MS = [1_200, 4_000, 12_000];

interface Kind extends Partial<QuotaOptions> {
	/** How long before the check the first fixed window begins, in windows. */
	begunBefore?: number;
	verdicts: Array<'holds' | 'differs' | 'not seen'>;
}

const KINDS: Record<string, Kind> = {
	'slides, as the node assumes': { verdicts: ['holds', 'holds', 'holds'] },
	'slides and counts refused calls': {
		countsRefused: true,
		verdicts: ['holds', 'holds', 'differs'],
	},
	'is fixed and begins with the first call': {
		kind: 'fixed',
		verdicts: ['holds', 'differs', 'not seen'],
	},
	'is fixed and ends between the first and the second burst': {
		kind: 'fixed',
		begunBefore: 0.8,
		verdicts: ['holds', 'differs', 'not seen'],
	},
	'is fixed and ends between the second and the third burst': {
		kind: 'fixed',
		begunBefore: 0.3,
		verdicts: ['holds', 'differs', 'not seen'],
	},
	'takes fewer calls': { limit: LIMIT - 2, verdicts: ['differs', 'not seen', 'not seen'] },
	'takes many more calls': { limit: 10_000, verdicts: ['differs', 'not seen', 'not seen'] },
};

async function verdictsOf({ begunBefore, verdicts: _, ...quota }: Kind): Promise<string[]> {
	let verdicts: string[] = [];
	for (const windowMs of WINDOWS_MS) {
		const simulator = await startSimulator({
			people: withdrawnPeople(3),
			quota: { limit: LIMIT, ...quota, windowMs },
		});
		try {
			if (begunBefore !== undefined) {
				simulator.spendQuota('search', 1);
				await pause(begunBefore * windowMs);
			}
			const scale = { limit: LIMIT, windowMs };
			const { findings } = await proofOf([window], { url: simulator.url, scale });
			verdicts = findings.map(({ verdict }) => verdict);
			if (!findings.some(({ evidence }) => evidence.includes('too slowly'))) return verdicts;
		} finally {
			await simulator.stop();
		}
	}
	return verdicts;
}

let seen: Record<string, string[]>;
beforeAll(async () => {
	const entries = Object.entries(KINDS).map(
		async ([name, kind]) => [name, await verdictsOf(kind)] as const,
	);
	seen = Object.fromEntries(await Promise.all(entries));
});

it.each(Object.entries(KINDS))('tells a window that %s', (name, { verdicts }) => {
	expect(seen[name]).toEqual(verdicts);
});
