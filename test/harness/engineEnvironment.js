/** Jest's Node environment for the engine tests: n8n's engine is loaded once for each of jest's workers, not once for each test file, because its two thousand modules take two seconds. */
const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

/** Finds the modules that n8n-core itself finds. */
const loadOnce = createRequire(require.resolve('n8n-core'));

/** The engine lives outside of the file's sandbox. What it and the sandbox make of these has to be the same to both: a date is a Date there too, and a mistake an Error. */
const SHARED = {
	AggregateError,
	Date,
	Error,
	EvalError,
	RangeError,
	ReferenceError,
	SyntaxError,
	TypeError,
	URIError,
};

module.exports = class EngineEnvironment extends TestEnvironment {
	constructor(config, context) {
		super(config, context);
		Object.assign(this.global, SHARED, { loadOnce });
	}
};
