// `npm run prove`: holds what this package relies on against a tenant of yours. See CONTRIBUTING.md.
/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own, never runs inside n8n */
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';

import { loadBuild } from '../test/harness/dist';
import { runProgram } from './program';

async function ask(question: string): Promise<string> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	try {
		return await terminal.question(question);
	} finally {
		terminal.close();
	}
}

runProgram({
	args: process.argv.slice(2),
	env: process.env,
	say: (text) => console.log(text),
	ask,
	save: (file, text) => writeFileSync(file, text),
	tested: loadBuild(),
}).catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
