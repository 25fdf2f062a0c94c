/** Within a run the same subject is never in flight twice, and exact duplicates cost no call. */

export class SameSubject<Outcome> {
	private readonly answers = new Map<string, Promise<Outcome>>();

	private readonly latest = new Map<string, Promise<unknown>>();

	/**
	 * `subject` tells subjects apart, account included: the same ID in two tenants is two people.
	 * `settings` tells apart what is asked about one subject. `perform` must not throw.
	 */
	async run(subject: string, settings: string, perform: () => Promise<Outcome>): Promise<Outcome> {
		const question = `${subject} ${settings}`;
		const known = this.answers.get(question);
		if (known !== undefined) return await known;
		const before = this.latest.get(subject) ?? Promise.resolve();
		const answer = before.then(perform);
		this.answers.set(question, answer);
		this.latest.set(subject, answer);
		return await answer;
	}
}
