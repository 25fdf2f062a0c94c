// Days as Feishu writes them.

/** The day `days` from today (negative: before it), as YYYY-MM-DD in UTC. */
export function dayFromToday(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
