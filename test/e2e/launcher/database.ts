/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads n8n's database, never runs inside n8n */
/** What n8n's own database holds, read behind its back. */
import { join } from 'node:path';
import { run } from './commands';
import type { NodeRuntime } from './nodeRuntime';

/** A table's rows by the table's name. */
export type Tables = Record<string, Array<Record<string, unknown>>>;

const DUMP = `const { DatabaseSync } = require('node:sqlite');
const database = new DatabaseSync(process.argv[1], { readOnly: true });
database.exec('PRAGMA busy_timeout = 30000');
const names = database.prepare("select name from sqlite_master where type = 'table'").all();
const rows = ({ name }) => [name, database.prepare('select * from "' + name + '"').all()];
console.log(JSON.stringify(Object.fromEntries(names.map(rows))));`;

/** Every row of every table of the SQLite database in a user folder, n8n running or not. */
export async function dumpSqlite(node: NodeRuntime, userFolder: string): Promise<Tables> {
	const file = join(userFolder, '.n8n', 'database.sqlite');
	return JSON.parse(await run(node.program, ['-e', DUMP, file])) as Tables;
}
