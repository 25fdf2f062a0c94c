/** Runs before each engine test file: its imports of n8n are those of the whole worker, see engineEnvironment.js. The package and the simulator stay the file's own. */
const ENGINE = [
	'@n8n/backend-common',
	'@n8n/di',
	'n8n-core',
	'n8n-core/dist/execution-engine/node-execution-context/utils/request-helpers/factory',
	'n8n-workflow',
];

for (const name of ENGINE) jest.mock(name, () => globalThis.loadOnce(name));
