/** A map for the life of the process that cannot grow without end. */

/** How many owners a process remembers. Far more than a busy worker serves within one token's life. */
const MAX_ENTRIES = 1_000;

/** Forgets what was used longest ago, as long as it may be forgotten. */
export class BoundedMap<Value> {
	private readonly entries = new Map<string, Value>();

	constructor(
		private readonly mayForget: (value: Value) => boolean,
		private readonly maxEntries = MAX_ENTRIES,
	) {}

	getOrCreate(key: string, create: () => Value): Value {
		const known = this.entries.get(key);
		const value = known ?? create();
		if (known !== undefined) this.entries.delete(key);
		this.entries.set(key, value);
		if (this.entries.size > this.maxEntries) this.forgetOldest(key);
		return value;
	}

	private forgetOldest(kept: string): void {
		for (const [key, value] of this.entries) {
			if (key !== kept && this.mayForget(value)) {
				this.entries.delete(key);
				return;
			}
		}
	}
}
