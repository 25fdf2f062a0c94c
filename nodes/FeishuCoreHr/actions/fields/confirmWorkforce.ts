/** Confirm Workforce: whether a restore may occupy headcount by force. */
import type { INodeProperties } from 'n8n-workflow';

import type { Result } from '../../feishu/core/failure';
import { readStrictBoolean } from './strictBoolean';

export const confirmWorkforceField: INodeProperties = {
	displayName: 'Confirm Workforce',
	name: 'confirmWorkforce',
	type: 'boolean',
	default: false,
	description:
		'Whether to occupy headcount by force. Off: when the headcount of the position is used up, Feishu refuses and the item fails with category headcount. On: the person is restored all the same.',
};

export function readConfirmWorkforce(value: unknown): Result<boolean> {
	return readStrictBoolean(
		value,
		'Confirm Workforce',
		'INVALID_CONFIRM_WORKFORCE',
		'{{ $json.force === "yes" }}',
	);
}
