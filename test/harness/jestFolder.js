/** Gives all tests of a jest run one folder for n8n, with the key to what stands in it, and removes it in the end. */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = () => {
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'feishu-corehr-jest-'));
	// The engine that a worker loads outside of the tests' sandbox sees what is set here, and nothing that a test sets.
	process.env.N8N_ENCRYPTION_KEY = 'a key for tests only';
};

module.exports.remove = () => {
	rmSync(process.env.N8N_USER_FOLDER, { recursive: true, force: true });
};
