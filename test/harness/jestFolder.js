/** Gives all engine tests of a jest run one folder for n8n, and removes it in the end. */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

module.exports = () => {
	process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'feishu-corehr-jest-'));
};

module.exports.remove = () => {
	rmSync(process.env.N8N_USER_FOLDER, { recursive: true, force: true });
};
