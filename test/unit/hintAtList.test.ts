/** What a failed list advises: its reader has no item, no run and no options. */
import { lostFailure } from '../../nodes/FeishuCoreHr/feishu/answers/lostFailure';
import { hintAtList } from '../../nodes/FeishuCoreHr/feishu/core/hint';

it.each([
	['TIMEOUT', 'Open the list again later.'],
	[
		'CONNECTION_LOST',
		'Open the list again later. If it happens often, check the network and proxy between n8n and Feishu.',
	],
] as const)('names no option of a run (%s)', (code, advice) => {
	expect(hintAtList(lostFailure({ code, arrived: 'maybe' }, []))).toBe(advice);
});

it('always advises something', () => {
	const failure = lostFailure({ code: 'TIMEOUT', arrived: 'maybe' }, []);
	const hint = 'Lower Requests per Minute if other programs use the same app.';
	expect(hintAtList({ ...failure, hint })).toBe('Open the list again later.');
});
