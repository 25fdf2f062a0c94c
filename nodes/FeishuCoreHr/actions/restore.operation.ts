/** Restore: brings a withdrawn pre-hire back into onboarding. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { about, refuseInput, succeed, type Result } from '../feishu/failure';
import { restorePreHire } from '../feishu/restorePreHire';
import type { Written } from '../feishu/write';
import { confirmWorkforceField, readConfirmWorkforce } from './fields/confirmWorkforce';
import { optionsField, readIncludeInputFields } from './fields/options';
import { preHireIdField, readPreHireId } from './fields/preHireId';
import { evidence, type Operation, type Request } from './operation';

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
	fields: [preHireIdField, confirmWorkforceField, optionsField([ifNotWithdrawnField])],
	beforeRunningAgain:
		'Before running again, set Options > If Not Withdrawn to Succeed If Active: people who are restored already then count as successes.',
	read: readRestore,
};

function readRestore(context: IExecuteFunctions, itemIndex: number): Result<Request> {
	const preHireId = readPreHireId(context.getNodeParameter('preHireId', itemIndex, null));
	if (!preHireId.ok) return preHireId;
	return about(preHireId.value, readRest(context, itemIndex, preHireId.value));
}

function readRest(
	context: IExecuteFunctions,
	itemIndex: number,
	preHireId: string,
): Result<Request> {
	const force = readConfirmWorkforce(context.getNodeParameter('confirmWorkforce', itemIndex, null));
	if (!force.ok) return force;
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const succeedIfActive = readIfNotWithdrawn(options.ifNotWithdrawn ?? 'fail');
	if (!succeedIfActive.ok) return succeedIfActive;
	const includeInputFields = readIncludeInputFields(options);
	if (!includeInputFields.ok) return includeInputFields;
	const confirmWorkforce = force.value;
	return succeed({
		key: JSON.stringify([preHireId, confirmWorkforce, succeedIfActive.value]),
		subject: preHireId,
		includeInputFields: includeInputFields.value,
		perform: async (session, identity) => {
			const written = await restorePreHire(session, identity, {
				preHireId,
				confirmWorkforce,
				succeedIfActive: succeedIfActive.value,
			});
			if (!written.ok) return about(preHireId, written);
			return succeed([describeRestored(preHireId, confirmWorkforce, written.value)]);
		},
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

function describeRestored(
	preHireId: string,
	confirmWorkforce: boolean,
	written: Written,
): IDataObject {
	return {
		pre_hire_id: preHireId,
		success: true,
		outcome: written.when === 'already' ? 'already_restored' : 'restored',
		confirm_workforce: confirmWorkforce,
		...evidence(written),
	};
}
