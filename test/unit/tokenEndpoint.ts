/** A token endpoint that is a function, and accounts that ask it. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { readAccount } from '../../nodes/FeishuCoreHr/feishu/caller/account';
import { monotonicNow } from '../../nodes/FeishuCoreHr/feishu/core/clock';
import type { Asker } from '../../nodes/FeishuCoreHr/feishu/tokens/renewal';
import { pause, until } from '../harness/until';

let tenants = 0;

/** A store app's account; whoever asks with another ticket asks for themselves. */
export function accountWith(appTicket: string) {
	const read = readAccount({
		environment: 'feishu',
		appType: 'store',
		appId: 'cli_x',
		appSecret: 'placeholder',
		tenantKey: `tenant ${tenants}`,
		appTicket,
	});
	if (!read.ok) throw new Error(read.failure.message);
	return read.value;
}

export let account = accountWith('old');

/** Gives each test an account of which nobody knows anything yet. */
export function useNewAccount(): void {
	beforeEach(() => {
		tenants += 1;
		account = accountWith('old');
	});
}

export type Answer = Record<string, unknown> | Error;

/** A token endpoint that answers when the test says so. */
export class Endpoint {
	/** The questions that wait for an answer. */
	readonly waiting: Array<{ options: IHttpRequestOptions; answer(answer: Answer): void }> = [];

	askedAt = 0;

	answeredAt = 0;

	readonly transmit = async (options: IHttpRequestOptions): Promise<unknown> => {
		this.askedAt = monotonicNow();
		const answer = await new Promise<Answer>((resolve) => {
			this.waiting.push({ options, answer: resolve });
		});
		if (answer instanceof Error) throw answer;
		return { statusCode: 200, headers: {}, body: JSON.stringify(answer) };
	};

	/** Answers what waits longest, once it is there. */
	async answer(answer: Answer): Promise<void> {
		await until(() => this.waiting.length > 0);
		this.answeredAt = monotonicNow();
		this.waiting.shift()?.answer(answer);
		await pause(0);
	}

	async give(token: string): Promise<void> {
		await this.answer({ code: 0, app_access_token: 'a-app', expire: 7200 });
		await this.answer({ code: 0, tenant_access_token: token, expire: 7200 });
	}

	asker(more: Partial<Asker> = {}): Asker {
		return {
			transmit: this.transmit,
			timeoutMs: 1_000,
			maxRetries: 0,
			signal: undefined,
			log: () => undefined,
			...more,
		};
	}
}

/** A connection that broke. */
export const CUT = Object.assign(new Error('cut'), { code: 'ECONNRESET' });
