// What was found, as a table and as the file that goes with the issue form. Neither names an app, a token or a person.
import type { Finding } from './check';
import { FACTS } from './facts';

/** The file that `npm run prove` writes. */
export const REPORT_FILE = 'feishu-proof.md';

/** What the findings were made with. */
export interface Setting {
	/** `open.feishu.cn`, `open.larksuite.com`, or `another host`. */
	host: string;
	/** A day, `2026-11-25`. */
	day: string;
	packageVersion: string;
	nodeVersion: string;
}

export function writeReport(
	findings: readonly Finding[],
	{ host, day, packageVersion, nodeVersion }: Setting,
	secrets: readonly string[],
): string {
	const rows = findings.map(
		({ fact, verdict, evidence }) =>
			`| ${verdict} | \`${fact}\` | ${FACTS[fact].claim} | ${evidence} |`,
	);
	const count = (wanted: Finding['verdict']) =>
		findings.filter(({ verdict }) => verdict === wanted).length;
	const text = [
		'# Proof on a tenant',
		'',
		`${day}, ${host}, package ${packageVersion}, Node ${nodeVersion}: ${count('holds')} hold, ${count('differs')} differ, ${count('not seen')} not seen.`,
		'',
		'| | Fact | What the package relies on | Evidence |',
		'| --- | --- | --- | --- |',
		...rows,
		'',
	].join('\n');
	return redact(text, secrets);
}

/** Nothing of this should ever be in it: the evidence is made of numbers and codes. Should it be, it goes. */
export function redact(text: string, secrets: readonly string[]): string {
	return secrets
		.filter(isTelling)
		.sort((a, b) => b.length - a.length)
		.reduce((redacted, secret) => redacted.replaceAll(secret, '[removed]'), text);
}

/** Short plain words and numbers occur by chance, and say nothing. */
function isTelling(text: string): boolean {
	return text.length >= 8 || (text.length >= 2 && /[^\w-]/.test(text));
}

const PUBLIC_HOSTS = ['open.feishu.cn', 'open.larksuite.com'];

/** The host of a private deployment would say whose it is. */
export function nameHost(baseUrl: string): string {
	const { host } = new URL(baseUrl);
	return PUBLIC_HOSTS.includes(host) ? host : 'another host';
}
