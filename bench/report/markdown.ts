// Tables and numbers as the page writes them.
import type { Figure } from '../statistics';

export function table(head: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
	const marks = head.map((_, column) => (column === 0 ? '---' : '---:'));
	return [line(head), line(marks), ...rows.map(line)].join('\n');
}

export function number(value: number, digits = 0): string {
	return value.toLocaleString('en-US', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}

/** The median, and the spread beside it where there is one. */
export function spread(figure: Figure, digits = 0): string {
	const median = number(figure.median, digits);
	const min = number(figure.min, digits);
	const max = number(figure.max, digits);
	return min === max ? median : `${median} (${min}–${max})`;
}

/** `2.0×`: so many times ours. */
export function timesOurs(value: number, ours: number): string {
	if (ours === 0) return value === 0 ? '1.00×' : '–';
	return `${number(value / ours, 2)}×`;
}
