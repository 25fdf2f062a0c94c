/** Which Feishu is called: the public hosts, or a private deployment. */
import { refuseInput, succeed, type Result } from '../core/failure';

/** Public hosts by the credential's `environment`. */
const PUBLIC_HOSTS: Readonly<Record<string, string>> = {
	feishu: 'https://open.feishu.cn',
	lark: 'https://open.larksuite.com',
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Returns scheme and host without a trailing slash, such as `https://open.feishu.cn`. */
export function resolveBaseUrl(environment: unknown, customBaseUrl: unknown): Result<string> {
	if (environment !== 'custom') {
		const name = String(environment);
		const host = Object.hasOwn(PUBLIC_HOSTS, name) ? PUBLIC_HOSTS[name] : undefined;
		if (host !== undefined) return succeed(host);
		return refuseInput(
			'INVALID_ENVIRONMENT',
			'Environment in the Feishu CoreHR credential is not one of Feishu, Lark and Custom',
			'Open the credential and choose an Environment.',
		);
	}
	return readCustomBaseUrl(customBaseUrl);
}

function readCustomBaseUrl(value: unknown): Result<string> {
	const text = typeof value === 'string' ? value.trim() : '';
	if (text === '') return refuse('is empty');
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		return refuse('is not a web address');
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
		return refuse('does not start with https:// (http:// is accepted on this machine only)');
	}
	if (url.username !== '' || url.password !== '') return refuse('holds a user name or password');
	if (!/^\/*$/.test(url.pathname) || url.search !== '' || url.hash !== '') {
		return refuse('has something behind the host name');
	}
	return succeed(url.origin);
}

function refuse(reason: string): Result<string> {
	return refuseInput(
		'INVALID_BASE_URL',
		`Custom Base URL in the Feishu CoreHR credential ${reason}`,
		'In the credential, enter the address up to the host name only, such as https://open.feishu.cn.',
	);
}
