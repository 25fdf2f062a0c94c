/** Restore: brings a withdrawn pre-hire back into onboarding. */
import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { refuseInput, succeed, type Result } from '../../feishu/core/failure';
import {
	RESTORE_SCOPE,
	RESTORE_STAGES,
	restorePreHire,
} from '../../feishu/preHires/restorePreHire';
import { readChange } from './change';
import { confirmWorkforceField, readConfirmWorkforce } from '../fields/confirmWorkforce';
import { optionsField, readOption } from '../fields/options';
import { preHireField } from '../fields/preHire';
import type { Operation, Request } from '../operation';

const ifNotWithdrawnField: INodeProperties = {
	displayName: 'If Not Withdrawn',
	name: 'ifNotWithdrawn',
	type: 'options',
	options: [
		{
			name: 'Fail',
			value: 'fail',
			description: 'The item fails with category wrong_stage',
		},
		{
			name: 'Succeed If Active',
			value: 'succeedIfActive',
			description:
				'Somebody who is back in onboarding already, or has arrived, is a success: already_restored. Asks search, so the app needs a search scope.',
		},
	],
	default: 'fail',
	description:
		'What to do about a person who is not withdrawn. Choose Succeed If Active for workflows that may run twice.',
};

export const restoreOperation: Operation = {
	name: 'Restore',
	value: 'restore',
	action: 'Restore pre hire',
	description: 'Bring a withdrawn pre-hire back into onboarding',
	itemsPerMinute: 100,
	scopes: [[RESTORE_SCOPE]],
	fields: [preHireField, confirmWorkforceField, optionsField([ifNotWithdrawnField])],
	beforeRunningAgain:
		'Before running again, set Options > If Not Withdrawn to Succeed If Active: people who are restored already then count as successes.',
	read: readRestore,
};

function readRestore(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	return readChange(context, itemIndex, () => {
		const force = readConfirmWorkforce(
			context.getNodeParameter('confirmWorkforce', itemIndex, null),
		);
		if (!force.ok) return force;
		const ifActive = readIfNotWithdrawn(readOption(context, itemIndex, 'ifNotWithdrawn', 'fail'));
		if (!ifActive.ok) return ifActive;
		const confirmWorkforce = force.value;
		const succeedIfActive = ifActive.value;
		return succeed({
			settings: JSON.stringify([confirmWorkforce, succeedIfActive]),
			stages: RESTORE_STAGES,
			send: async (caller, person) =>
				await restorePreHire(caller, person, { confirmWorkforce, succeedIfActive }),
			describe: ({ when }) => ({
				outcome: when === 'already' ? 'already_restored' : 'restored',
				confirm_workforce: confirmWorkforce,
			}),
		});
	});
}

function readIfNotWithdrawn(value: unknown): Result<boolean> {
	if (value === 'fail' || value === 'succeedIfActive') return succeed(value === 'succeedIfActive');
	return refuseInput(
		'INVALID_IF_NOT_WITHDRAWN',
		'If Not Withdrawn is neither fail nor succeedIfActive',
		'Choose one of the two in Options, or use an expression that gives fail or succeedIfActive.',
	);
}
