/** Reads which fields of a request Feishu does not accept, from the refusal that names them. */
import { cleanText, cutText } from '../core/cleanText';
import { readObject, type FeishuBody } from '../http/reply';
import type { DetailsReader } from './codeTable';

/** The fields go into the message, what Feishu says about them into the hint. */
export const readFieldViolations: DetailsReader = (body, secrets) => {
	const violations = violationsIn(body).slice(0, MAX_FIELDS);
	if (violations.length === 0) return {};
	const names = violations.map(({ field }) => cleanText(field, secrets)).join(', ');
	const reasons = violations.flatMap(({ field, description }) =>
		description === '' ? [] : [`${field}: ${description}`],
	);
	const words = cutText(cleanText(reasons.join('; '), secrets), MAX_WORDS_LENGTH);
	return {
		title: `Feishu does not accept ${names}`,
		...(words !== '' && { furtherHint: `Feishu’s words: ${words}.` }),
	};
};

const MAX_FIELDS = 5;

const MAX_WORDS_LENGTH = 300;

/** A name or a path, such as `$.withdraw_reason` or `pre_hire_ids[0]`. */
const FIELD = /^[\w.$[\]-]{1,100}$/;

function violationsIn(body: FeishuBody): Array<{ field: string; description: string }> {
	const violations = readObject(body.error).field_violations ?? body.field_violations;
	return (Array.isArray(violations) ? violations : [])
		.map((violation: unknown) => readObject(violation))
		.flatMap(({ field, description }) =>
			typeof field === 'string' && FIELD.test(field)
				? [{ field, description: typeof description === 'string' ? description : '' }]
				: [],
		);
}
