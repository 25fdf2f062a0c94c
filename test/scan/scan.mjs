/** Runs n8n's own scanner of published packages on the source and on what `npm pack` would publish. Exits 1 on a violation. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'feishu-corehr-scan-'));

/** The published files, unpacked. */
function packAndUnpack() {
	execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: root, stdio: 'ignore' });
	const [tarball] = readdirSync(folder);
	execFileSync('tar', ['-xzf', tarball], { cwd: folder });
	return join(folder, 'package');
}

try {
	const scans = [
		['source', await analyzePackage(root, SOURCE_FILE_PATTERNS)],
		['packed dist', await analyzePackage(packAndUnpack())],
	];
	for (const [name, { passed, message, details }] of scans) {
		console.log(`scan of ${name}: ${passed ? 'passed' : `failed: ${message}\n${details}`}`);
		if (!passed) process.exitCode = 1;
		if (message === 'No files found to analyze') throw new Error(`The scan of ${name} saw no file`);
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
