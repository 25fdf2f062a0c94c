/** Where a request goes that is to be signed: a token is for its own host and for no other. */
import type { IHttpRequestOptions } from 'n8n-workflow';

import { cleanText } from '../core/cleanText';

/** n8n's older request helper, which the HTTP Request node uses, names the address `uri`. */
export type AnyRequestOptions = IHttpRequestOptions & { uri?: unknown };

/** Why a request must not be signed with a token of that host, in sentences. Undefined = it goes there, and nowhere else. */
export function refuseAddress(baseUrl: string, options: AnyRequestOptions): string | undefined {
	const addresses = readAddresses(options);
	const stray = addresses.find((address) => hostOf(address) !== baseUrl);
	if (stray === undefined && addresses.length > 0) return undefined;
	const place = hostOf(stray ?? '') ?? 'an address that names no host, or a user';
	return `This credential is for ${baseUrl} only, and the request would go to ${place}. It was not sent. Correct the URL, or choose in the credential the Environment that the address belongs to.`;
}

/** Scheme, host and port. Undefined where the address cannot be read, or holds a user name, which takes the token’s place. */
function hostOf(address: string): string | undefined {
	try {
		const { protocol, host, username, password } = new URL(address);
		const isPlain = host !== '' && username === '' && password === '';
		return isPlain ? cleanText(`${protocol}//${host}`, []) : undefined;
	} catch {
		return undefined;
	}
}

const ABSOLUTE = /^([a-z][a-z\d+\-.]*:)?\/\//i;

/**
 * Every address that the options may stand for. n8n resolves a relative one against `baseURL` as a browser
 * does, its HTTP client puts the two behind one another: both count.
 */
function readAddresses({ url, uri, baseURL }: AnyRequestOptions): string[] {
	const base = textOf(baseURL);
	const targets = [textOf(url), textOf(uri)].filter((target) => target !== '');
	if (base === '') return targets;
	if (targets.length === 0) return [base];
	return targets.flatMap((target) =>
		ABSOLUTE.test(target)
			? [target]
			: [resolve(target, base), `${base.replace(/\/+$/, '')}/${target.replace(/^\/+/, '')}`],
	);
}

function resolve(target: string, base: string): string {
	try {
		return new URL(target, base).href;
	} catch {
		return '';
	}
}

/** As n8n does: it takes a URL object as well. */
function textOf(address: unknown): string {
	return address === undefined || address === null ? '' : String(address as string | URL);
}
