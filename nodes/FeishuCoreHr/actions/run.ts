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
import { readIdentity, type Identity, type Session } from '../feishu/caller/session';
import { readRunOptions } from './fields/options';
import { FinishedItems } from './finishedItems';
import { createSession, readCredential } from '../n8n/session';
import type { Operation, Request } from './operation';
import { findOperation } from './operations';
import { Places } from './pool';
import { SamePerson } from './samePerson';

/** What became of one item. */
export interface Outcome {
	result: Result<IDataObject[]>;
	/** Whether the input's own fields stand beside the result. */
	includeInputFields: boolean;
}

export class Run {
	private readonly finished: FinishedItems;

	private readonly people = new SamePerson<Result<IDataObject>>();

	/** `session` is a failure where the options, which hold for all items, are refused. */
	private constructor(
		private readonly context: IExecuteFunctions,
		readonly operation: Operation,
		private readonly session: Result<Session>,
		readonly places: Places,
	) {
		this.finished = new FinishedItems(context);
	}

	/** Reads what holds for all items, from the first one. */
	static create(context: IExecuteFunctions, stopsOnFailure: boolean): Result<Run> {
		const operation = findOperation(
			context.getNodeParameter('resource', 0, null),
			context.getNodeParameter('operation', 0, null),
		);
		if (operation === undefined) {
			return refuseInput(
				'INVALID_OPERATION',
				'Resource and Operation are not ones that this node has',
				'Choose both from their lists. If the workflow was made with a newer version of this node, update the package.',
			);
		}
		const options = guard(() => readRunOptions(context));
		if (!options.ok) {
			return succeed(new Run(context, operation, options, new Places(1, stopsOnFailure)));
		}
		const { maxConcurrency, timeout: timeoutMs, ...more } = options.value;
		const places = new Places(maxConcurrency, stopsOnFailure);
		const session = createSession(context, { ...more, timeoutMs }, places.aside);
		session.notBegun = context.getInputData().length;
		return succeed(new Run(context, operation, succeed(session), places));
	}

	/** Begins no further change; what is under way goes on. */
	stop(): void {
		if (this.session.ok) this.session.value.stopped = true;
	}

	/** Those whom an earlier try of Retry On Fail has finished answer for their duplicates. */
	async recall(): Promise<void> {
		for (const itemIndex of this.finished.itemIndexes) {
			const request = guard(() => this.operation.read(this.context, itemIndex));
			if (!request.ok || request.value.kind !== 'change') continue;
			const { key, settings } = request.value;
			const [earlier] = this.finished.find(itemIndex, key) ?? [];
			const identity = await this.identify(itemIndex);
			if (earlier === undefined || !identity.ok) continue;
			const person = nameOf(identity.value, String(earlier.pre_hire_id));
			await this.people.run(person, settings, async () => succeed(earlier));
		}
	}

	async settle(itemIndex: number): Promise<Outcome> {
		if (this.session.ok) this.session.value.notBegun -= 1;
		const request = guard(() => this.operation.read(this.context, itemIndex));
		if (!request.ok) return { result: request, includeInputFields: false };
		const { key, includeInputFields } = request.value;
		if (!this.session.ok) {
			return { result: aboutWhom(request.value, this.session), includeInputFields };
		}
		const earlier = this.finished.find(itemIndex, key);
		if (earlier !== undefined) return { result: succeed(earlier), includeInputFields };
		const result = await this.ask(this.session.value, itemIndex, request.value);
		// What only reads may be read again; it need not be saved with the execution.
		if (result.ok && request.value.kind === 'change') {
			this.finished.remember(itemIndex, key, result.value);
		}
		return { result, includeInputFields };
	}

	private async ask(
		session: Session,
		itemIndex: number,
		request: Request,
	): Promise<Result<IDataObject[]>> {
		const identity = await this.identify(itemIndex);
		if (!identity.ok) return aboutWhom(request, identity);
		const caller = { session, identity: identity.value };
		if (request.kind === 'read') {
			return await sheltered(NOTHING_CHANGED, async () => await request.perform(caller));
		}
		const person = await sheltered(NOTHING_CHANGED, async () => await request.find(caller));
		// What search was asked is no attempt at the change.
		if (!person.ok) return fail({ ...person.failure, attempts: 0 });
		const { preHireId } = person.value;
		const name = nameOf(identity.value, preHireId);
		const changed = await this.people.run(name, request.settings, async () =>
			about(
				preHireId,
				await sheltered(MAYBE_CHANGED, async () => await request.perform(caller, person.value)),
			),
		);
		return changed.ok ? succeed([changed.value]) : changed;
	}

	private async identify(itemIndex: number): Promise<Result<Identity>> {
		return await readIdentity(async () => await readCredential(this.context, itemIndex));
	}
}

/** Tells people apart: the same ID in two tenants is two people. */
function nameOf(identity: Identity, preHireId: string): string {
	return `${identity.account.owner} ${preHireId}`;
}

/** Names the person where the parameters do. */
function aboutWhom<T>(request: Request, result: Result<T>): Result<T> {
	const preHireId = request.kind === 'change' ? request.preHireId : undefined;
	return preHireId === undefined ? result : about(preHireId, result);
}

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
async function sheltered<T>(
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
