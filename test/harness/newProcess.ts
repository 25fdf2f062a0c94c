/** What a process knows that has just started. */
import type { Account } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import { tokensOf } from '../../nodes/FeishuCoreHr/feishu/tokens/tokens';

/** A process remembers the tokens of so many owners. */
const OWNERS = 1_000;

let known = 0;

/** As many others are served as a process remembers: it knows no token any more of those whom it served before. */
export function forgetTokens(): void {
	for (const last = known + OWNERS; known < last; known += 1) {
		tokensOf({ owner: `somebody else ${known}` } as Account);
	}
}
