/** Remembers which events were run, so that a repeat of Feishu's is not run again. */
import { BoundedMap } from '../core/boundedMap';

/** Feishu repeats an event for some 7 hours, and sends one twice now and then. */
const REMEMBERED_MS = 24 * 3_600_000;

/** A process remembers at most so many events, some 5 MB. */
const MAX_REMEMBERED_EVENTS = 20_000;

interface Memory {
	/** `running`: n8n has not answered yet. `run`: it answered with success. `open`: anything else, so a repeat is welcome. */
	state: 'open' | 'running' | 'run';
	/** On the clock of `performance`, when it was run. */
	since: number;
}

/** What to do with an event. */
export type Turn =
	| {
			kind: 'first';
			/** To be told once n8n has answered; only the first word counts: an event that could not be started is run when Feishu repeats it. */
			answered(withSuccess: boolean): void;
	  }
	/** The same event is being started right now: it should come again. */
	| { kind: 'running' }
	| { kind: 'repeat' };

const memories = new BoundedMap<Memory>(({ state }) => state !== 'running', MAX_REMEMBERED_EVENTS);

/** `key` names the event and who receives it. It lives in this process only. */
export function takeTurn(key: string, now = performance.now()): Turn {
	const memory = memories.getOrCreate(key, () => ({ state: 'open', since: now }));
	if (memory.state === 'running') return { kind: 'running' };
	if (memory.state === 'run' && now - memory.since < REMEMBERED_MS) return { kind: 'repeat' };
	memory.state = 'running';
	let isTold = false;
	return {
		kind: 'first',
		answered: (withSuccess) => {
			if (isTold) return;
			isTold = true;
			memory.state = withSuccess ? 'run' : 'open';
			memory.since = performance.now();
		},
	};
}
