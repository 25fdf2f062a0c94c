/** n8n's own `httpRequest`, as a credential gets it while its form is tested. */
import './n8nFolder';

import { getRequestHelperFunctions } from 'n8n-core/dist/execution-engine/node-execution-context/utils/request-helpers/factory';
import type { INode, IWorkflowExecuteAdditionalData, Workflow } from 'n8n-workflow';

export const { httpRequest } = getRequestHelperFunctions(
	{} as Workflow,
	{} as INode,
	{} as IWorkflowExecuteAdditionalData,
);
