// `npm run bench`: measures this package beside what builders would otherwise use, and writes docs/benchmark.md. `-- --quick` prints a rough table in two minutes, `-- --render` writes the page once more from the figures there are.
/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a program of its own, never runs inside n8n */
import { freezeBuild } from './frozenBuild';
import { measureAll } from './measureAll';
import { FULL, QUICK } from './plan';
import { page } from './report/page';
import { readBack, write } from './report/write';

async function main(): Promise<void> {
	if (process.argv.includes('--render')) return await write(await readBack());
	const quick = process.argv.includes('--quick');
	const removeBuild = await freezeBuild();
	const results = await measureAll(quick ? QUICK : FULL).finally(removeBuild);
	if (quick) console.log(`\n${page(results)}`);
	else await write(results);
}

main().catch((error: unknown) => {
	console.error(error);
	process.exitCode = 1;
});
