/** The one place that turns a failure into what n8n wants. */
import { NodeApiError, type IDataObject, type INode, type INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../feishu/core/failure';
import { fitHint } from '../feishu/core/hint';
import { failureCause } from './failureCause';

/**
 * `error` is the only key and `item.error` stays unset: with anything else n8n sends the item down
 * the success branch or wipes its fields.
 */
export function failureItem(failure: Failure, itemIndex: number): INodeExecutionData {
	const error = { ...failure, hint: fitHint(failure) };
	delete error.retryAfterMs;
	return { json: { error: error as unknown as IDataObject }, pairedItem: { item: itemIndex } };
}

/** What stops a run: the failure of one item. */
export function failureError(
	node: INode,
	failure: Failure,
	itemIndex: number,
	report: string,
): NodeApiError {
	const texts = [fitHint(failure), ...facts(failure), report];
	return apiError(node, failure, texts.filter((text) => text !== '').join('\n'), itemIndex);
}

/** What stands in place of a list in the editor. Its reader has no item: `description` is all there is below the message. */
export function listError(node: INode, failure: Failure, description?: string): NodeApiError {
	const error = apiError(node, failure, description ?? '', 0);
	// Where none is given, n8n takes Feishu's words.
	error.description = description;
	return error;
}

/** Built from a small literal: n8n saves whatever an error carries, headers and secrets included. */
function apiError(
	node: INode,
	failure: Failure,
	description: string,
	itemIndex: number,
): NodeApiError {
	const cause = failureCause(failure);
	return new NodeApiError(
		node,
		{
			code: failure.code,
			...(failure.feishu_message !== undefined && { msg: failure.feishu_message }),
			...(failure.log_id !== undefined && { log_id: failure.log_id }),
		},
		{
			message: failure.message,
			description,
			httpCode: String(failure.http_status ?? failure.code),
			itemIndex,
			...(cause !== undefined && { failure: cause }),
		},
	);
}

/** By the names that they have in an error item, which hints refer to. */
function facts(failure: Failure): string[] {
	const { category, pre_hire_id, external_id, task_code, stage, missing_scopes } = failure;
	const { fix_url, feishu_message } = failure;
	const named = {
		category,
		pre_hire_id,
		external_id,
		task_code,
		stage,
		missing_scopes: missing_scopes?.join(', '),
		fix_url,
		feishu_message,
		log_id: failure.log_id,
		attempts: failure.attempts,
	};
	return Object.entries(named).flatMap(([name, value]) =>
		value === undefined ? [] : [`${name}: ${value}`],
	);
}
