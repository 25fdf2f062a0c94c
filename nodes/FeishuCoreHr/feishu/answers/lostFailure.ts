/** The words for a request to which no reply came. */
import { cleanText } from '../core/cleanText';
import type { Failure } from '../core/failure';
import type { Lost, LostCode } from '../http/lost';

interface LostWords {
	title: string;
	hint: string;
	/** Says what `Lost.detail` is; without it the detail is not shown. */
	detail?: string;
	/** False where the same request would only be stopped again. */
	retryable: boolean;
}

const SYSTEM_CODE = 'The system’s code for it is';

const LOST_WORDS: Readonly<Record<LostCode, LostWords>> = {
	UNREACHABLE: {
		title: 'Feishu cannot be reached',
		hint: 'Check that this n8n reaches the host in the credential’s Environment (network, proxy, firewall), then run this item again.',
		detail: SYSTEM_CODE,
		retryable: true,
	},
	TLS_FAILED: {
		title: 'No secure connection to Feishu came about',
		hint: 'If a private deployment or a proxy has a certificate of its own, give n8n its authority in NODE_EXTRA_CA_CERTS; if not, check the Environment in the credential and the proxy. Then run this item again.',
		detail: SYSTEM_CODE,
		retryable: true,
	},
	PROXY_REFUSED: {
		title: 'The proxy between n8n and Feishu asks for a login (HTTP 407)',
		hint: 'Put the proxy’s user name and password into HTTPS_PROXY of this n8n, or let the proxy pass Feishu’s host without, then run this item again.',
		retryable: true,
	},
	REQUEST_BLOCKED: {
		title: 'n8n’s own rules do not allow requests to this address',
		hint: 'Ask the administrator of this n8n to allow the host in the credential’s Environment, then run this item again.',
		detail: 'n8n says:',
		retryable: false,
	},
	NOT_HANDED_OVER: {
		title: 'n8n failed before it sent the request',
		hint: 'Run this item again. If it stays, look into n8n’s log.',
		detail: 'n8n says:',
		retryable: true,
	},
	TIMEOUT: {
		title: 'Feishu did not answer in time',
		hint: 'Run this item again later. If it happens often, raise Options > Timeout.',
		retryable: true,
	},
	CONNECTION_LOST: {
		title: 'The connection to Feishu broke',
		hint: 'Run this item again later. If it happens often, check the network and proxy between n8n and Feishu.',
		retryable: true,
	},
	CANCELLED: {
		title: 'The execution was cancelled while Feishu was working',
		hint: 'Run this item again.',
		retryable: true,
	},
};

export function lostFailure({ code, detail }: Lost, secrets: readonly string[]): Failure {
	const words = LOST_WORDS[code];
	const evidence =
		words.detail === undefined || detail === undefined
			? ''
			: ` ${words.detail} ${cleanText(detail, secrets)}`;
	return {
		message: words.title,
		code,
		category: 'network',
		retryable: words.retryable,
		hint: evidence === '' ? words.hint : `${words.hint}${evidence.replace(/\.?$/, '.')}`,
		attempts: 0,
	};
}
