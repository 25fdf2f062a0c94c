/** Reads which scopes an app lacks, from the refusal that says so. */
import { cleanText } from '../core/cleanText';
import { readObject } from '../http/reply';
import type { DetailsReader } from './codeTable';

export const readMissingScopes: DetailsReader = (body, secrets) => {
	const violations = readObject(body.error).permission_violations;
	const scopes = (Array.isArray(violations) ? violations : [])
		.map((violation: unknown) => readObject(violation).subject)
		.filter((subject): subject is string => typeof subject === 'string' && subject !== '')
		.map((subject) => cleanText(subject, secrets));
	const url = /https:\/\/[^\s"'<>，。]+/.exec(body.msg)?.[0];
	return {
		...(scopes.length > 0 && { missing_scopes: scopes }),
		...(url !== undefined && { fix_url: cleanText(url, secrets) }),
	};
};
