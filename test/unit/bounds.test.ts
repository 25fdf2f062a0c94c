/** What the process remembers stays bounded, however many owners it serves. */
import { readAccount } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import { MAX_ENTRIES } from '../../nodes/FeishuCoreHr/feishu/core/boundedMap';
import { laneCount, laneFor } from '../../nodes/FeishuCoreHr/feishu/quota/lane';
import { HUNDRED_A_MINUTE } from '../../nodes/FeishuCoreHr/feishu/quota/window';
import { findFreshToken, ownerCount } from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';

const OWNERS = 10_000;

function accountOf(index: number) {
	const account = readAccount({
		environment: 'feishu',
		appType: 'store',
		appId: 'cli_x',
		appSecret: 'placeholder',
		appTicket: 'placeholder',
		tenantKey: `tenant-${index}`,
	});
	if (!account.ok) throw new Error(account.failure.message);
	return account.value;
}

it('remembers the tokens of at most 1,000 owners', () => {
	for (let index = 0; index < OWNERS; index += 1) findFreshToken(accountOf(index), {});
	expect(ownerCount()).toBe(MAX_ENTRIES);
});

it('remembers at most 1,000 lanes, and never forgets one with a call under way', async () => {
	const busy = laneFor('busy');
	const admission = await busy.acquire({
		windows: HUNDRED_A_MINUTE,
		isAbandoned: () => false,
	});
	for (let index = 0; index < OWNERS; index += 1) laneFor(`lane ${index}`);
	expect(laneCount()).toBeLessThanOrEqual(MAX_ENTRIES + 1);
	expect(laneFor('busy')).toBe(busy);
	if (admission.kind === 'place') admission.place.answered();
});
