// The headers about limits, in everything that was answered before: normal answers, and refusals where there were any.
import { finding, type Check } from '../check';
import { MEASURED } from '../facts/measured';
import { EXCHANGE, isRefusedForLimit } from '../tenant';
import type { Observed } from '../observer';

const PREFIX = 'x-ogw-ratelimit-';

export const headers: Check = {
	title: 'The headers of all answers so far',
	maxCalls: 0,
	maxSeconds: 5,
	facts: MEASURED.headers,
	run: async ({ observer }) => {
		const answers = observer.observed.filter(({ path }) => path !== EXCHANGE);
		const refusals = answers.filter(isRefusedForLimit);
		const normal = answers.filter((answer) => !isRefusedForLimit(answer));
		const telling = normal.filter(isTelling);
		const timed = refusals.filter((answer) => resetOf(answer) !== undefined);
		return [
			finding(
				'limit-normal',
				normal.length > 0 ? telling.length === 0 : undefined,
				`${telling.length} of ${normal.length} answers with such headers${numbersIn(telling[0])}`,
			),
			finding(
				'limit-reset',
				refusals.length > 0 ? timed.length === refusals.length : undefined,
				`${timed.length} of ${refusals.length} refusals with the header${numbersIn(timed[0])}`,
			),
		];
	},
};

function isTelling(answer: Observed): boolean {
	return [...answer.headers.keys()].some((name) => name.startsWith(PREFIX));
}

function resetOf({ headers: all }: Observed): number | undefined {
	const value = all.get(`${PREFIX}reset`);
	return value !== null && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

/** Of the headers' values only those that are numbers. */
function numbersIn(answer: Observed | undefined): string {
	const told = ['limit', 'reset'].flatMap((name) => {
		const value = answer?.headers.get(PREFIX + name) ?? '';
		return /^\d{1,6}(\.\d{1,6})?$/.test(value) ? [`${name} ${value}`] : [];
	});
	return told.length > 0 ? `: ${told.join(', ')}` : '';
}
