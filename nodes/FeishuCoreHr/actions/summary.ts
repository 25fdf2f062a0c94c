/** Sums a run up: in one line for the hint and the log, by name for whoever has to go on from here. */
import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../feishu/core/failure';
import type { Outcome } from './run';

type Outcomes = ReadonlyArray<Outcome | undefined>;

/** `47 restored, 3 not: 2 headcount, 1 work_email`. */
export function summarize(outcomes: Outcomes): string {
	const { done, failed } = group(outcomes);
	const refusals = countEach(failed);
	const total = [...failed.values()].reduce((sum, ids) => sum + ids.length, 0);
	if (done.size === 0) return total === 0 ? 'nothing found' : `${total} failed: ${refusals}`;
	const successes = countEach(done).replaceAll('_', ' ');
	return total === 0 ? successes : `${successes}, ${total} not: ${refusals}`;
}

/** Every person by name of what became of them, for a run that ended early; of people who were only found, their number. */
export function describeProgress(outcomes: Outcomes): string {
	const begun = outcomes.map((outcome) => (isUnsent(outcome) ? undefined : outcome));
	const { done, failed } = group(begun);
	const unsent = begun.filter((outcome) => outcome === undefined).length;
	const unknown = failed.get('unknown_outcome') ?? [];
	failed.delete('unknown_outcome');
	const sentences = [...done].map(
		([outcome, ids]) =>
			`${capitalize(outcome.replaceAll('_', ' '))}: ${ids.includes(UNNAMED) ? ids.length : ids.join(', ')}.`,
	);
	if (done.size === 0) sentences.push('Nobody was finished.');
	if (unknown.length > 0) sentences.push(`Outcome not known: ${unknown.join(', ')}.`);
	if (failed.size > 0) sentences.push(`Failed: ${[...failed.values()].flat().join(', ')}.`);
	if (unsent > 0) sentences.push(`Not started: ${unsent} of ${outcomes.length} items.`);
	return sentences.join(' ');
}

/** The run ended before the item, or while it waited for its turn. */
export function isUnsent(outcome: Outcome | undefined): boolean {
	if (outcome === undefined) return true;
	const { result } = outcome;
	return !result.ok && result.failure.code === 'CANCELLED' && result.failure.attempts === 0;
}

/** The people of a run by outcome and by category of failure, most frequent first. */
function group(outcomes: Outcomes): {
	done: Map<string, string[]>;
	failed: Map<string, string[]>;
} {
	const done = new Map<string, string[]>();
	const failed = new Map<string, string[]>();
	for (const [index, outcome] of outcomes.entries()) {
		if (outcome === undefined) continue;
		const { result, readOutcome = FOUND } = outcome;
		if (result.ok) {
			for (const json of result.value) {
				if (!isChange(json)) add(done, readOutcome, UNNAMED);
				else add(done, json.outcome, json.pre_hire_id ?? json.external_id);
			}
		} else {
			add(failed, result.failure.category, nameOf(result.failure) ?? `item ${index}`);
		}
	}
	return { done: sorted(done), failed: sorted(failed) };
}

function nameOf({ pre_hire_id, external_id }: Failure): string | undefined {
	return pre_hire_id ?? external_id;
}

/** What the items of a read are, unless its operation says otherwise. */
const FOUND = 'found';

/** Stands for the name of somebody whom nothing was done to: there may be thousands, and none of them is of interest by name. */
const UNNAMED = '';

function isChange({ success, outcome }: IDataObject): boolean {
	return success === true && typeof outcome === 'string';
}

function add(groups: Map<string, string[]>, name: unknown, id: unknown): void {
	const ids = groups.get(String(name));
	if (ids === undefined) groups.set(String(name), [String(id)]);
	else ids.push(String(id));
}

function sorted(groups: Map<string, string[]>): Map<string, string[]> {
	return new Map([...groups].sort(([, a], [, b]) => b.length - a.length));
}

function countEach(groups: Map<string, string[]>): string {
	return [...groups].map(([name, ids]) => `${ids.length} ${name}`).join(', ');
}

function capitalize(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
