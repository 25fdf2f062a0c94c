/** Within a run the same person is never in flight twice, and exact duplicates cost no call. */
import type { Request } from './operation';

/** `owner` tells accounts apart: the same ID in two tenants is two people. */
export class SamePerson<Outcome> {
	private readonly answers = new Map<string, Promise<Outcome>>();

	private readonly latest = new Map<string, Promise<unknown>>();

	/** `perform` must not throw. A request without a subject is a read: each one asks for itself. */
	async run(
		owner: string,
		{ subject, key }: Pick<Request, 'subject' | 'key'>,
		perform: () => Promise<Outcome>,
	): Promise<Outcome> {
		if (subject === undefined) return await perform();
		const question = `${owner} ${key}`;
		const known = this.answers.get(question);
		if (known !== undefined) return await known;
		const person = `${owner} ${subject}`;
		const before = this.latest.get(person) ?? Promise.resolve();
		const answer = before.then(perform);
		this.answers.set(question, answer);
		this.latest.set(person, answer);
		return await answer;
	}
}
