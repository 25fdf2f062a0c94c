/** What the process remembers stays bounded, however many owners it serves. */
import { readAccount } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import { laneFor } from '../../nodes/FeishuCoreHr/feishu/quota/lane';
import { HUNDRED_A_MINUTE } from '../../nodes/FeishuCoreHr/feishu/quota/window';
import { tokensOf } from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';

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
	const known = Array.from({ length: OWNERS }, (_, index) => tokensOf(accountOf(index)));
	expect(tokensOf(accountOf(OWNERS - 990))).toBe(known[OWNERS - 990]);
	expect(tokensOf(accountOf(OWNERS - 1_010))).not.toBe(known[OWNERS - 1_010]);
});

it('remembers at most 1,000 lanes, and never forgets one with a call under way', async () => {
	const busy = laneFor('busy');
	const admission = await busy.acquire({
		windows: HUNDRED_A_MINUTE,
		isAbandoned: () => false,
	});
	const known = Array.from({ length: OWNERS }, (_, index) => laneFor(`lane ${index}`));
	expect(laneFor(`lane ${OWNERS - 990}`)).toBe(known[OWNERS - 990]);
	expect(laneFor(`lane ${OWNERS - 1_010}`)).not.toBe(known[OWNERS - 1_010]);
	expect(laneFor('busy')).toBe(busy);
	if (admission.kind === 'place') admission.place.answered();
});
