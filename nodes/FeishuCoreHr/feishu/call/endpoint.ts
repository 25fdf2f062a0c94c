/** What one of Feishu's calls is, and what is asked of it. */
import type { IDataObject } from 'n8n-workflow';

import type { CodeTable, NamedEntry } from '../answers/codeTable';
import type { Reply } from '../http/reply';
import type { Method } from '../http/send';
import type { QuotaWindow } from '../quota/window';

/** One of Feishu's calls: where it is, what its codes mean, what its success looks like. */
export interface Endpoint<T> {
	/** Names the quota lane and the log lines. */
	api: string;
	method: Method;
	/** Behind the host. `:id` stands for the question's `pathId`. */
	path: string;
	/** Everything that Feishu limits this call by. */
	quota: readonly QuotaWindow[];
	codes: CodeTable;
	/** Feishu offers the call to custom apps only: a store app is refused without a call. */
	customAppsOnly?: true;
	/** What it means that Feishu accepts the call and the reply does not hold what it promises. */
	contradiction: NamedEntry;
	/** Undefined = the reply does not hold what the call promises. */
	readData(data: IDataObject, reply: Reply): T | undefined;
}

export interface Question {
	pathId?: string;
	query?: Record<string, string | number>;
	body?: Record<string, unknown>;
	/** Whom it is about, for the log. */
	preHireId?: string;
	/** Sends it in this tenant or not at all, as `tenantOf` names it. */
	tenant?: string | undefined;
	/** What a stopped run does with it: a `change` that was begun is finished, a `read` ends, what settles a doubt is asked in any case. Default: `read`. */
	purpose?: 'change' | 'read' | 'settle';
}
