/** What the router needs to know of an operation. How to add one: docs/architecture.md. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Result } from '../feishu/core/failure';
import type { Caller } from '../feishu/caller/caller';
import type { PreHireInTenant } from '../feishu/preHires/stageChange';

export interface Operation {
	/** What n8n shows for this operation; when to show it is added in `operations.ts`. */
	fields: INodeProperties[];
	/** What to do before the whole run is started again after a stop; empty where nothing is. */
	beforeRunningAgain: string;
	/** Reads one item's parameters. Costs no call. May throw what n8n throws on a bad expression. */
	read(context: IExecuteFunctions, itemIndex: number): Result<Request>;
}

/** What one item asks for. */
export type Request = Read | Change;

interface Common {
	/** The parameters in one text: the same for the same question. Holds no secret: n8n saves it with the execution. */
	key: string;
	/** Whether the input's own fields stand beside the result. */
	includeInputFields: boolean;
}

/** Asks Feishu for something and changes nothing. */
export interface Read extends Common {
	kind: 'read';
	/** One JSON object for each output item. */
	perform(caller: Caller): Promise<Result<IDataObject[]>>;
}

/** Changes one person. Two changes of the same person are never under way at once. */
export interface Change extends Common {
	kind: 'change';
	/** Everything but the person, in one text: changes that are equal in it and in the person are one. */
	settings: string;
	/** The person's ID where the parameters name it; else it has to be found. */
	preHireId?: string;
	/** Finds the person; for some ways of naming one that takes a search. */
	find(caller: Caller): Promise<Result<PreHireInTenant>>;
	perform(caller: Caller, person: PreHireInTenant): Promise<Result<IDataObject>>;
}
