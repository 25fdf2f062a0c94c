/** Lets time pass at once, on both clocks of the process: for the client and for the simulator beside it. */

let passedMs = 0;

const realEpoch = Date.now.bind(Date);
const realMonotonic = performance.now.bind(performance);

/** From now on it is so many milliseconds later, until the test ends. Timers under way take as long as before. */
export function passTime(ms: number): void {
	passedMs += ms;
	jest.spyOn(Date, 'now').mockImplementation(() => realEpoch() + passedMs);
	jest.spyOn(performance, 'now').mockImplementation(() => realMonotonic() + passedMs);
}

afterEach(() => {
	passedMs = 0;
	jest.restoreAllMocks();
});
