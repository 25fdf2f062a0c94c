/** An event is run once for 24 hours, and only what n8n answered with success counts as run. */
import { takeTurn } from '../../../nodes/FeishuCoreHr/feishu/events/repeats';

const HOURS = 3_600_000;

function first(key: string) {
	const turn = takeTurn(key);
	if (turn.kind !== 'first') throw new Error(`${key} was there already`);
	return turn;
}

it('an event that was run is a repeat for 24 hours', () => {
	first('run').answered(true);
	expect(takeTurn('run').kind).toBe('repeat');
	expect(takeTurn('run', performance.now() + 23.9 * HOURS).kind).toBe('repeat');
	expect(takeTurn('run', performance.now() + 24.1 * HOURS).kind).toBe('first');
});

it('an event that could not be started runs when it comes again', () => {
	first('failed').answered(false);
	expect(takeTurn('failed').kind).toBe('first');
});

it('an event that is being started is to come again', () => {
	const turn = first('slow');
	expect(takeTurn('slow').kind).toBe('running');
	turn.answered(true);
	expect(takeTurn('slow').kind).toBe('repeat');
});

it('a late second word about the first try does not end the second', () => {
	const turn = first('twice');
	turn.answered(false);
	first('twice');
	turn.answered(false);
	expect(takeTurn('twice').kind).toBe('running');
});

it('remembers the newest 20,000 and never forgets one that is being started', () => {
	const slow = first('held');
	for (let index = 0; index < 30_000; index += 1) first(`e${index}`).answered(true);
	expect(takeTurn('held').kind).toBe('running');
	expect(takeTurn('e29999').kind).toBe('repeat');
	expect(takeTurn('e10010').kind).toBe('repeat');
	expect(takeTurn('e9990').kind).toBe('first');
	slow.answered(true);
});
