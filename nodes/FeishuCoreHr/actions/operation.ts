/** What the router needs to know of an operation. A new operation is one file and one line in `operations.ts`. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Result } from '../feishu/failure';
import type { Identity, Session } from '../feishu/session';
import type { Written } from '../feishu/write';

export interface Operation {
	/** What n8n shows for this operation; when to show it is added in `operations.ts`. */
	fields: INodeProperties[];
	/** What to do before the whole run is started again after a stop; empty where nothing is. */
	beforeRunningAgain: string;
	/** Reads one item's parameters. Costs no call. May throw what n8n throws on a bad expression. */
	read(context: IExecuteFunctions, itemIndex: number): Result<Request>;
}

/** What one item asks for. */
export interface Request {
	/** The same for items that ask for exactly the same. Holds no secret: n8n saves it with the execution. */
	key: string;
	/** Whom a change is about: never two changes of one subject at a time. A read has none. */
	subject?: string;
	/** Whether the input's own fields stand beside the result. */
	includeInputFields: boolean;
	/** Does it. One JSON object for each output item. */
	perform(session: Session, identity: Identity): Promise<Result<IDataObject[]>>;
}

/** What a success says about where it is known from. */
export function evidence(written: Written): IDataObject {
	return {
		...(written.logId !== undefined && { log_id: written.logId }),
		...(written.confirmedBySearch && { confirmed_by: 'search' }),
	};
}
