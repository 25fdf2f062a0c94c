// Which check of `npm run prove` measures which facts. Apart from the checks, which need n8n's engine, so that the docs can read it.
import type { FactId } from './index';

export const MEASURED = {
	tokens: ['token-exchange', 'token-life', 'token-same', 'scopes-list', 'log-id'],
	wrongSecret: ['secret-status', 'secret-code'],
	pages: ['search-ids', 'search-pages', 'search-order', 'search-statuses'],
	filters: ['search-status', 'search-by-id', 'search-department', 'search-absent', 'search-silent'],
	languages: ['search-language', 'list-language', 'list-names'],
	window: ['limit-search', 'limit-sliding', 'limit-refused'],
	roundTrip: ['withdraw-success', 'restore-success', 'restore-twice', 'search-lag'],
	headers: ['limit-normal', 'limit-reset'],
} as const satisfies Record<string, readonly FactId[]>;

/** The option without which a check does not run. */
export const OPTION_FOR: Readonly<Partial<Record<keyof typeof MEASURED, string>>> = {
	window: '--window',
	roundTrip: '--restore',
};
