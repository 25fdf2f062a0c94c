import { npm } from './launcher/npm';
import { run } from './launcher/commands';
import { nodeForN8n } from './launcher/nodeRuntime';
async function main() { const f = process.argv[2]!; const node = await nodeForN8n();
 await npm(f, node.environment, 'rebuild', '--ignore-scripts=false', 'sqlite3', 'isolated-vm');
 console.log('loads', await run(node.program, ['-e', "require('sqlite3'); require('isolated-vm'); console.log(process.version)"], { cwd: f })); }
main();
