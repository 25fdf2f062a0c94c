// How search's pages follow one another: three ways, none of which Feishu documents.
import { randomBytes } from 'node:crypto';
import type { PersonRecord } from './people';

/**
 * `stable`: the token marks the last person shown, so nobody is skipped or shown twice.
 * `offset`: the token counts the people shown; whoever enters or leaves the filter meanwhile shifts the rest.
 * `scroll`: the first page freezes what was found; one token, the same on every page, moves on by itself.
 */
export type SearchPaging = 'stable' | 'offset' | 'scroll';

/** Every way, for checking names that arrive as text. */
export const PAGINGS: readonly SearchPaging[] = ['stable', 'offset', 'scroll'];

/** One page, and the token of the next; empty on the last. */
export interface SearchPage {
	people: PersonRecord[];
	pageToken: string;
	hasMore: boolean;
}

/** What a page is cut from. */
export interface PageRequest {
	/** Everybody the index knows, in its order. */
	everybody: PersonRecord[];
	matches: (person: PersonRecord) => boolean;
	pageSize: number;
	/** Empty for the first page. */
	pageToken: string;
}

/** What of a tenant decides how pages follow one another. */
export interface PagingState {
	searchPaging: SearchPaging;
	scrolls: Scrolls;
}

type PageCutter = (request: PageRequest, state: PagingState) => SearchPage | undefined;

/** The page asked for; undefined for a token that was never handed out. */
export function pageOf(request: PageRequest, state: PagingState): SearchPage | undefined {
	return CUTTERS[state.searchPaging](request, state);
}

/** What scrolls have still to show, by their token. */
export class Scrolls {
	private readonly left = new Map<string, PersonRecord[]>();

	/** A token for what is left to show. */
	open(people: PersonRecord[]): string {
		const token = randomBytes(12).toString('base64url');
		this.left.set(token, people);
		return token;
	}

	/** What a scroll has still to show; undefined for an unknown token. */
	leftOf(token: string): PersonRecord[] | undefined {
		return this.left.get(token);
	}

	/** Moves a scroll on. */
	moveOn(token: string, people: PersonRecord[]): void {
		this.left.set(token, people);
	}

	/** Forgets all scrolls. */
	clear(): void {
		this.left.clear();
	}
}

const CUTTERS: Readonly<Record<SearchPaging, PageCutter>> = {
	stable: ({ everybody, matches, pageSize, pageToken }) => {
		const after = numberIn(pageToken, 'place');
		if (after === undefined) return undefined;
		const found = everybody
			.map((person, place) => ({ person, place }))
			.filter(({ person, place }) => place >= after && matches(person));
		const page = found.slice(0, pageSize);
		const hasMore = found.length > page.length;
		const next = (page.at(-1)?.place ?? 0) + 1;
		return {
			people: page.map(({ person }) => person),
			hasMore,
			pageToken: hasMore ? tokenFor('place', next) : '',
		};
	},
	offset: ({ everybody, matches, pageSize, pageToken }) => {
		const offset = numberIn(pageToken, 'offset');
		if (offset === undefined) return undefined;
		const found = everybody.filter(matches);
		const next = offset + pageSize;
		const hasMore = found.length > next;
		return {
			people: found.slice(offset, next),
			hasMore,
			pageToken: hasMore ? tokenFor('offset', next) : '',
		};
	},
	scroll: ({ everybody, matches, pageSize, pageToken }, { scrolls }) => {
		const left = pageToken === '' ? everybody.filter(matches) : scrolls.leftOf(pageToken);
		if (left === undefined) return undefined;
		const rest = left.slice(pageSize);
		const token = pageToken === '' ? scrolls.open(rest) : pageToken;
		scrolls.moveOn(token, rest);
		const hasMore = rest.length > 0;
		return { people: left.slice(0, pageSize), hasMore, pageToken: hasMore ? token : '' };
	},
};

function tokenFor(kind: string, value: number): string {
	return Buffer.from(`simulated-${kind}:${value}`).toString('base64url');
}

/** The number in a token of that kind; 0 for none, undefined for any other text. */
function numberIn(token: string, kind: string): number | undefined {
	if (token === '') return 0;
	const [name, value] = Buffer.from(token, 'base64url').toString().split(':');
	return name === `simulated-${kind}` && /^\d+$/.test(value ?? '') ? Number(value) : undefined;
}
