/** Within a run the same person is never in flight twice, and exact duplicates cost no call. */

export class SamePerson<Outcome> {
	private readonly answers = new Map<string, Promise<Outcome>>();

	private readonly latest = new Map<string, Promise<unknown>>();

	/**
	 * `person` tells people apart, account included: the same ID in two tenants is two people.
	 * `settings` tells apart what is asked about one person. `perform` must not throw.
	 */
	async run(person: string, settings: string, perform: () => Promise<Outcome>): Promise<Outcome> {
		const question = `${person} ${settings}`;
		const known = this.answers.get(question);
		if (known !== undefined) return await known;
		const before = this.latest.get(person) ?? Promise.resolve();
		const answer = before.then(perform);
		this.answers.set(question, answer);
		this.latest.set(person, answer);
		return await answer;
	}
}
