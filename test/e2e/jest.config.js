/** End-to-end tests: a real n8n with the packed package. One after the other: each has servers of its own. */
const { N8N_URL, N8N_IMAGE } = process.env;

/** What cannot be tested in an n8n that is not the tests' own, and why. */
const LEFT_OUT = {
	running: {
		files: [
			...['queue', 'launcher', 'running', 'package', 'secrets', 'trigger', 'scheduled', 'tenants'],
			...['editor', 'triggerEditor', 'examplePictures'],
		],
		why: 'with N8N_URL: they need an n8n of their own, with its processes, its command line, its database, its folders or nothing else in it',
	},
	image: {
		files: ['queue', 'launcher'],
		why: 'with N8N_IMAGE: they look for processes of n8n on this machine, and end one as a crash would',
	},
	npm: { files: [], why: '' },
};

const { files, why } = LEFT_OUT[N8N_URL ? 'running' : N8N_IMAGE ? 'image' : 'npm'];
if (files.length > 0) console.log(`Skipped: ${files.join(', ')} ${why}.`);

module.exports = {
	rootDir: '../..',
	displayName: 'e2e',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		...files.map((name) => `<rootDir>/test/e2e/${name}\\.test\\.ts$`),
	],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
	globalSetup: '<rootDir>/test/e2e/setUp.ts',
	globalTeardown: '<rootDir>/test/e2e/tearDown.ts',
	testTimeout: 300_000,
	maxWorkers: 1,
};
