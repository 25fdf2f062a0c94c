// What a measure hands over, and the page docs/benchmark.md that is made of it.

export interface Section {
	title: string;
	/** What was measured, and how. */
	text: string;
	/** The table: each row by the names of its columns. */
	rows: Array<Record<string, Cell>>;
	targets: Target[];
}

type Cell = string | number;

interface Target {
	what: string;
	limit: number;
	measured: number;
	isKept: boolean;
}

export function atMost(limit: number, what: string, ...all: number[]): Target {
	const measured = Math.max(...all);
	return { what, limit, measured, isKept: measured <= limit };
}

export function page(sections: Section[], circumstances: string): string {
	const targets = sections.flatMap(({ title, targets: ofSection }) =>
		ofSection.map((target) => ({
			Section: title,
			Target: target.what,
			'At most': target.limit,
			Measured: target.measured,
			Kept: target.isKept ? 'yes' : '**no**',
		})),
	);
	return [
		'# What was measured',
		'<!-- Written by `npm run bench`. Do not edit by hand. -->',
		circumstances,
		'The built node in n8n-core’s engine, against the simulated Feishu of this repository in a process of its own; no real Feishu was called. `npm run bench` measures everything again and writes this page; `npm run bench -- --only quota,cost` prints these two sections.',
		table(targets),
		...sections.map(describe),
	].join('\n\n');
}

export function describe({ title, text, rows }: Section): string {
	return `## ${title}\n\n${text}\n\n${table(rows)}`;
}

function table(rows: Array<Record<string, Cell>>): string {
	const columns = Object.keys(rows[0] ?? {});
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const marks = columns.map((_, column) => (column === 0 ? '---' : '---:'));
	const cells = rows.map((row) => columns.map((column) => text(row[column] ?? '')));
	return [line(columns), line(marks), ...cells.map(line)].join('\n');
}

function text(cell: Cell): string {
	if (typeof cell === 'string') return cell;
	return Number.isInteger(cell) ? cell.toLocaleString('en-US') : cell.toFixed(cell < 10 ? 3 : 1);
}

export function median(values: number[]): number {
	return percentile(values, 0.5);
}

export function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
}

/** The median, and least and most beside it. */
export function spread(values: number[]): string {
	const ends = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(2));
	return `${median(values).toFixed(2)} (${ends.join('–')})`;
}
