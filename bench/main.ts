// `npm run bench`: measures this package beside what builders would otherwise use, and writes docs/benchmark.md. `-- --quick` prints a rough table in two minutes.
/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own, never runs inside n8n */
import { measureAll } from './measureAll';
import { FULL, QUICK } from './plan';
import { page } from './report/page';
import { write } from './report/write';

async function main(): Promise<void> {
	const quick = process.argv.includes('--quick');
	const results = await measureAll(quick ? QUICK : FULL);
	if (quick) console.log(`\n${page(results)}`);
	else await write(results);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
