// A simulated Feishu as the measures hold it: new people for every run, and what became of them.
import { request } from 'undici';

import type { Fault, PersonRecord, PersonSeed, RecordedCall } from '../../simulator';
import { Child } from './child';
import { APP_SECRET, appIdOf, type Order, type SimulatorSettings } from './simulatorSettings';

/** Something that goes wrong with the first restore of one person. */
export interface Mishap {
	preHireId: string;
	fault: Fault;
}

/** What is to go wrong in a run. */
export interface Trouble {
	mishaps?: Mishap[];
	/** The restore call with which the token dies. */
	revokeAt?: number;
}

export class Simulator {
	private runs = 0;

	private constructor(
		private readonly child: Child,
		readonly url: string,
	) {}

	static async start(settings: SimulatorSettings): Promise<Simulator> {
		const child = Child.start('simulatorProcess.ts', [JSON.stringify(settings)]);
		const { url } = await child.answer<{ url: string }>();
		return new Simulator(child, url);
	}

	/** Forgets the run before, takes in new people and names the app of the next run. */
	async prepare(
		people: PersonSeed[],
		trouble: Trouble = {},
	): Promise<{ url: string; appId: string; appSecret: string }> {
		await this.order('reset', {});
		await this.order('people', people);
		for (const mishap of trouble.mishaps ?? []) await this.order('fault', mishap);
		if (trouble.revokeAt !== undefined) {
			const order: Order = { revokeAt: trouble.revokeAt };
			await this.child.answer(order);
		}
		const appId = appIdOf(this.runs);
		this.runs += 1;
		return { url: this.url, appId, appSecret: APP_SECRET };
	}

	async calls(): Promise<RecordedCall[]> {
		return ((await this.look('calls')) as { calls: RecordedCall[] }).calls;
	}

	async people(): Promise<Map<string, PersonRecord>> {
		const { people } = (await this.look('people')) as { people: PersonRecord[] };
		return new Map(people.map((person) => [person.preHireId, person]));
	}

	async stop(): Promise<void> {
		await this.child.stop();
	}

	private async order(name: string, body: unknown): Promise<void> {
		const { statusCode, body: answer } = await request(`${this.url}/_simulator/${name}`, {
			method: 'POST',
			body: JSON.stringify(body),
		});
		const text = await answer.text();
		if (statusCode !== 200) throw new Error(`The simulator refuses ${name}: ${text}`);
	}

	private async look(name: string): Promise<unknown> {
		return await (await request(`${this.url}/_simulator/${name}`)).body.json();
	}
}
