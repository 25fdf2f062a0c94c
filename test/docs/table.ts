/** Markdown tables with aligned columns, as prettier writes them. */

export function table(header: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const cells = [header, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
	const widths = header.map((_, column) =>
		Math.max(3, ...cells.map((row) => widthOf(row[column] ?? ''))),
	);
	const line = (row: readonly string[]) =>
		`| ${widths.map((width, column) => pad(row[column] ?? '', width)).join(' | ')} |`;
	const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
	const [first = [], ...others] = cells;
	return [line(first), rule, ...others.map(line)].join('\n');
}

function pad(text: string, width: number): string {
	return text + ' '.repeat(width - widthOf(text));
}

/** East Asian characters take two columns. */
function widthOf(text: string): number {
	let width = 0;
	for (const character of text) width += WIDE.test(character) ? 2 : 1;
	return width;
}

const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;
