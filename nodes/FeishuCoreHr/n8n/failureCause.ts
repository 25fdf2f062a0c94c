/** Why an item failed, in n8n's own words (from n8n 2.37; earlier versions ignore it). */
import type { ActionableCause, Failure as NodeFailure, TimedCause } from 'n8n-workflow';

import type { Category, Failure } from '../feishu/core/failure';

type Cause = TimedCause | ActionableCause;

/** Undefined where n8n has no word: what keeps one person from being changed is no fault of the node, its credential or Feishu. */
const CAUSE_OF_CATEGORY: Readonly<Record<Category, Cause | undefined>> = {
	invalid_input: 'configuration-invalid',
	headcount: undefined,
	duplicate: undefined,
	not_ready: undefined,
	work_email: undefined,
	permission: 'configuration-invalid',
	not_found: 'configuration-invalid',
	wrong_stage: undefined,
	conflict: 'temporarily-unavailable',
	rate_limit: 'rate-limited',
	service: 'temporarily-unavailable',
	authentication: 'credential-invalid',
	network: 'temporarily-unavailable',
	unknown_outcome: undefined,
	unknown: undefined,
};

/** Codes whose cause is not that of their category. */
const CAUSE_OF_CODE: ReadonlyMap<Failure['code'], Cause> = new Map<Failure['code'], Cause>([
	[99991403, 'quota-exhausted'],
	['REQUEST_BLOCKED', 'configuration-invalid'],
	['CREDENTIAL_UNAVAILABLE', 'credential-invalid'],
	['INCOMPLETE_CREDENTIAL', 'credential-invalid'],
	['INVALID_BASE_URL', 'credential-invalid'],
	['INVALID_ENVIRONMENT', 'credential-invalid'],
	['UNEXPECTED', 'node-defect'],
]);

/** Undefined where n8n has no word for it. */
export function failureCause({ code, category, retryAfterMs }: Failure): NodeFailure | undefined {
	const cause = CAUSE_OF_CODE.get(code) ?? CAUSE_OF_CATEGORY[category];
	if (cause === 'rate-limited' && retryAfterMs !== undefined) return { cause, retryAfterMs };
	return cause === undefined ? undefined : { cause };
}
