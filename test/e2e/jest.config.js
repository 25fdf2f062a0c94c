/** End-to-end tests: a real n8n with the packed package. One after the other: each has servers of its own. */
module.exports = {
	rootDir: '../..',
	displayName: 'e2e',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
	globalSetup: '<rootDir>/test/e2e/setUp.ts',
	globalTeardown: '<rootDir>/test/e2e/tearDown.ts',
	testTimeout: 180_000,
	maxWorkers: 1,
};
