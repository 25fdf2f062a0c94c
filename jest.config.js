/** Unit tests exercise one module; engine tests run n8n-core's workflow engine against the Feishu simulator. */
const shared = {
	testEnvironment: 'node',
	// Types are checked by `npm run types`: with isolatedModules in its tsconfig ts-jest only translates.
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json' }] },
	testPathIgnorePatterns: ['/node_modules/', '/dist/'],
};

module.exports = {
	// Nothing here takes so long but on a machine that has much else to do.
	testTimeout: 120_000,
	// Most engine tests wait more than they compute: two cores take four of them.
	maxWorkers: 4,
	projects: [
		{ ...shared, displayName: 'unit', testMatch: ['<rootDir>/test/unit/**/*.test.ts'] },
		{
			...shared,
			displayName: 'engine',
			testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
			testEnvironment: '<rootDir>/test/harness/engineEnvironment.js',
			setupFiles: ['<rootDir>/test/harness/engineOnce.js'],
			globalSetup: '<rootDir>/test/harness/jestFolder.js',
			globalTeardown: '<rootDir>/test/harness/jestFolderTeardown.js',
		},
	],
};
