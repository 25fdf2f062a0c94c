/** One execution of the node: settles one item after another. Nothing here throws: every item ends with a result. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { cleanText } from '../feishu/core/cleanText';
import {
	about,
	fail,
	refuseInput,
	succeed,
	type Failure,
	type Result,
} from '../feishu/core/failure';
import type { Caller } from '../feishu/caller/caller';
import { readIdentity, type Identity, type Session } from '../feishu/caller/session';
import { readRunOptions } from './fields/options';
import { FinishedItems } from './finishedItems';
import { createSession, readCredential } from '../n8n/session';
import type { Change, Operation, Request } from './operation';
import { findOperation } from './resources';
import { Places } from './pool';
import { SameSubject } from './sameSubject';

/** What became of one item. */
export interface Outcome {
	result: Result<IDataObject[]>;
	/** Whether the input's own fields stand beside the result. */
	includeInputFields: boolean;
	/** What the items of a read are. */
	readOutcome?: string | undefined;
}

export class Run {
	private readonly finished: FinishedItems;

	private readonly subjects = new SameSubject<Result<IDataObject>>();

	/** `session` is a failure where what holds for all items is refused: then every item gets it. */
	private constructor(
		private readonly context: IExecuteFunctions,
		/** Undefined where this node has no such operation. */
		private readonly operation: Operation | undefined,
		private readonly session: Result<Session>,
		readonly places: Places,
	) {
		this.finished = new FinishedItems(context);
	}

	/** Reads what holds for all items, from the first one. */
	static create(context: IExecuteFunctions, stopsOnFailure: boolean): Run {
		const operation = findOperation(
			context.getNodeParameter('resource', 0, null),
			context.getNodeParameter('operation', 0, null),
		);
		const options =
			operation === undefined ? NO_SUCH_OPERATION : guard(() => readRunOptions(context));
		if (!options.ok) return new Run(context, operation, options, new Places(1, stopsOnFailure));
		const { maxConcurrency, timeout: timeoutMs, ...more } = options.value;
		const places = new Places(maxConcurrency, stopsOnFailure);
		const session = createSession(context, { ...more, timeoutMs }, places.aside);
		session.notBegun = context.getInputData().length;
		return new Run(context, operation, succeed(session), places);
	}

	/** What to do before the whole run is started again after a stop. */
	get advice(): string {
		return this.operation?.beforeRunningAgain ?? '';
	}

	/** Begins no further change; what is under way goes on. */
	stop(): void {
		if (this.session.ok) this.session.value.stopped = true;
	}

	/** What an earlier try of Retry On Fail has finished answers for its duplicates. */
	async answerFromEarlierTries(): Promise<void> {
		for (const itemIndex of this.finished.itemIndexes) {
			const request = this.read(itemIndex);
			if (!request.ok || request.value.kind !== 'change') continue;
			const earlier = this.finished.find(itemIndex, request.value.key);
			const identity = await this.identify(itemIndex);
			if (earlier === undefined || !identity.ok) continue;
			const name = nameOf(identity.value, earlier.subject);
			await this.subjects.run(name, request.value.settings, async () => succeed(earlier.result));
		}
	}

	async settle(itemIndex: number): Promise<Outcome> {
		if (this.session.ok) this.session.value.notBegun -= 1;
		const request = this.read(itemIndex);
		if (!request.ok) return { result: request, includeInputFields: false };
		const { facts, includeInputFields } = request.value;
		return {
			result: about(facts, await this.ask(itemIndex, request.value)),
			includeInputFields,
			readOutcome: request.value.kind === 'read' ? request.value.outcome : undefined,
		};
	}

	private read(itemIndex: number): Result<Request> {
		const { operation } = this;
		if (operation === undefined) return NO_SUCH_OPERATION;
		return guard(() => operation.read(this.context, itemIndex));
	}

	private async ask(itemIndex: number, request: Request): Promise<Result<IDataObject[]>> {
		if (!this.session.ok) return this.session;
		const earlier = this.finished.find(itemIndex, request.key);
		if (earlier !== undefined) return succeed([earlier.result]);
		const identity = await this.identify(itemIndex);
		if (!identity.ok) return identity;
		const caller = { session: this.session.value, identity: identity.value };
		if (request.kind === 'change') return await this.change(itemIndex, caller, request);
		return await guardMistakes(NOTHING_CHANGED, async () => await request.perform(caller));
	}

	private async change(
		itemIndex: number,
		caller: Caller,
		request: Change,
	): Promise<Result<IDataObject[]>> {
		const found = await guardMistakes(NOTHING_CHANGED, async () => await request.find(caller));
		// What search was asked is no attempt at the change.
		if (!found.ok) return fail({ ...found.failure, attempts: 0 });
		const subject = found.value;
		const name = nameOf(caller.identity, subject.key);
		const changed = await this.subjects.run(
			name,
			request.settings,
			async () =>
				await guardMistakes(MAYBE_CHANGED, async () => await request.perform(caller, subject)),
		);
		if (!changed.ok) return about(subject.facts, changed);
		const { key } = request;
		this.finished.remember(itemIndex, { key, subject: subject.key, result: changed.value });
		return succeed([changed.value]);
	}

	private async identify(itemIndex: number): Promise<Result<Identity>> {
		return await readIdentity(async () => await readCredential(this.context, itemIndex));
	}
}

/** Tells subjects apart: the same ID in two tenants is two people. */
function nameOf(identity: Identity, subject: string): string {
	return `${identity.account.owner} ${subject}`;
}

const NO_SUCH_OPERATION = refuseInput(
	'INVALID_OPERATION',
	'Resource and Operation are not ones that this node has',
	'Choose both from their lists. If the workflow was made with a newer version of this node, update the package.',
);

/** n8n throws where an expression cannot be evaluated. */
function guard<T>(read: () => Result<T>): Result<T> {
	try {
		return read();
	} catch (error) {
		const reason = error instanceof Error ? cleanText(error.message, []) : 'n8n gives no reason';
		return refuseInput(
			'INVALID_EXPRESSION',
			`A field of this node cannot be read for this item: ${reason}`,
			'Open the node, correct the expression that is marked, and run again.',
		);
	}
}

/** A mistake of this node must not take the other items with it. Its text stays out: it may hold anything. */
async function guardMistakes<T>(
	consequence: Pick<Failure, 'category' | 'hint'>,
	work: () => Promise<Result<T>>,
): Promise<Result<T>> {
	try {
		return await work();
	} catch (error) {
		return fail({
			message: `This node failed unexpectedly (${error instanceof Error ? error.name : 'no error'})`,
			code: 'UNEXPECTED',
			retryable: false,
			...consequence,
		});
	}
}

const NOTHING_CHANGED = {
	category: 'unknown',
	hint: 'Nobody was changed. Run this item again, and report this at the package’s issue page.',
} as const;

const MAYBE_CHANGED = {
	category: 'unknown_outcome',
	hint: 'Open the person in Feishu People to see the current stage, and report this at the package’s issue page.',
} as const;
