/** What an operation declares of itself: all that n8n shows, and what the router does for one item. How to add one: docs/architecture.md. */
import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { NeededScopes } from '../feishu/application/access';
import type { Endpoint } from '../feishu/call/endpoint';
import type { Subject } from '../feishu/call/write';
import type { Caller } from '../feishu/caller/caller';
import type { Result, SubjectFacts } from '../feishu/core/failure';

/** One entry of the Resource list, with its operations. */
export interface Resource {
	name: string;
	value: string;
	description: string;
	/** Stands behind the operation's name under the node: `restore: pre-hire`. */
	noun: string;
	operations: readonly Operation[];
	/** The value of the operation that a new node is set to. */
	defaultOperation: string;
}

export interface Operation {
	/** Its name in the Operation list. */
	name: string;
	/** What saved workflows hold. */
	value: string;
	/** The entry in n8n's list of actions, such as `Restore pre hire`. */
	action: string;
	/** For people, and for an AI agent that has the operation as a tool. */
	description: string;
	/** What n8n shows for this operation; when to show it is added in `resources.ts`. */
	fields: INodeProperties[];
	/** How many items Feishu takes in a minute, where each item costs a call: what a long run is told before it starts. */
	itemsPerMinute?: number;
	/** The scopes without which Feishu refuses it, whatever its options; those of options and lists are not among them. Check Access compares them with the app's. */
	scopes: NeededScopes;
	/** Set where Feishu serves no store apps: what the endpoint says. */
	customAppsOnly?: Endpoint<unknown>['customAppsOnly'] | undefined;
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
	/** What is known of whom or what it is about, before anything is asked. */
	facts: SubjectFacts;
}

/** Asks Feishu for something and changes nothing. */
export interface Read extends Common {
	kind: 'read';
	/** Names in the line that sums the run up what its items are. Default: `found`. */
	outcome?: string;
	/** One JSON object for each output item. */
	perform(caller: Caller): Promise<Result<IDataObject[]>>;
}

/** Changes one subject: a person, one of a person's tasks. Two changes of the same subject are never under way at once. */
export interface Change extends Common {
	kind: 'change';
	/** Everything but the subject, in one text: changes that are equal in it and in the subject are one. */
	settings: string;
	/** Finds the subject; for some ways of naming one that takes a search. */
	find(caller: Caller): Promise<Result<Subject>>;
	perform(caller: Caller, subject: Subject): Promise<Result<IDataObject>>;
}
