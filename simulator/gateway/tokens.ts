// Tokens: issued per app and tenant, reused while 30 minutes are left, revocable.
import { randomBytes } from 'node:crypto';

/** With at least this much left (ms), Feishu hands out the same token again. */
const REUSE_ABOVE_MS = 30 * 60_000;

/** A token and whom it is for. */
export interface IssuedToken {
	readonly value: string;
	/** An app token opens nothing but the exchange for a store app's tenant token. */
	readonly kind: 'tenant' | 'app';
	readonly appId: string;
	/** Empty for an app token. */
	readonly tenant: string;
	/** End of life, epoch milliseconds. */
	readonly endsAt: number;
	revoked: boolean;
}

/** Issues tokens and knows which of them are good. */
export class TokenOffice {
	/** Every token ever issued, oldest first. */
	readonly values: string[] = [];
	private readonly tokens = new Map<string, IssuedToken>();

	/** @param lifetimeSeconds life of the tokens issued from now on */
	constructor(public lifetimeSeconds: number) {}

	/** The same token while 30 minutes of it are left, else a new one beside it. */
	issue(kind: IssuedToken['kind'], appId: string, tenant = ''): IssuedToken {
		const now = Date.now();
		const latest = [...this.tokens.values()]
			.filter((token) => token.kind === kind && token.appId === appId && token.tenant === tenant)
			.at(-1);
		if (latest && !latest.revoked && latest.endsAt - now >= REUSE_ABOVE_MS) return latest;
		const token: IssuedToken = {
			value: `${kind === 'tenant' ? 't' : 'a'}-sim${randomBytes(20).toString('hex')}`,
			kind,
			appId,
			tenant,
			endsAt: now + this.lifetimeSeconds * 1000,
			revoked: false,
		};
		this.tokens.set(token.value, token);
		this.values.push(token.value);
		return token;
	}

	/** The token behind a value, good or not. */
	find(value: string): IssuedToken | undefined {
		return this.tokens.get(value);
	}

	/** The token behind a value if it is of that kind and still good. */
	findGood(kind: IssuedToken['kind'], value: string): IssuedToken | undefined {
		const token = this.tokens.get(value);
		const good = token?.kind === kind && !token.revoked && token.endsAt > Date.now();
		return good ? token : undefined;
	}

	/** Ends all tenant tokens issued so far. */
	revokeTenantTokens(): void {
		for (const token of this.tokens.values()) if (token.kind === 'tenant') token.revoked = true;
	}

	/** Forgets all tokens. */
	clear(): void {
		this.tokens.clear();
		this.values.length = 0;
	}
}

/** Whole seconds left of a token, as `expire` tells. A fresh one has all of them, however long the answer took. */
export function secondsLeft(token: IssuedToken): number {
	return Math.max(0, Math.round((token.endsAt - Date.now()) / 1000));
}
