/** n8n replaces an error's message where it finds certain words in it, such as ECONNREFUSED: no failure may hold one. */
import { NodeApiError, type IDataObject, type INode, type INodeExecutionData } from 'n8n-workflow';

/** Throws if n8n would rewrite a failure of these items once it is thrown under Stop Workflow. */
export function checkWordsKept(items: INodeExecutionData[]): void {
	for (const { json } of items) {
		const failure = json.error as IDataObject | undefined;
		if (failure?.hint === undefined) continue;
		const [message, description] = [String(failure.message), String(failure.hint)];
		const error = new NodeApiError(
			{ name: 'Feishu CoreHR' } as INode,
			{ code: failure.code as string },
			{ message, description, httpCode: String(failure.http_status ?? failure.code) },
		);
		if (error.message !== message || error.description !== description) {
			throw new Error(`n8n makes “${error.message}” of “${message}”`);
		}
	}
}
