/** The list of the Pre-Hire field: people by name or worker ID, those first whom the operation can work on. */
import {
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { PageProgress, failWithoutEnd } from '../feishu/preHires/findPreHires';
import { readObject } from '../feishu/http/reply';
import {
	SEARCH_SCOPES,
	searchPreHires as searchPage,
	type FoundPreHire,
	type OnboardingStatus,
} from '../feishu/preHires/searchPreHires';
import { callerOf, unwrap } from './listing';

/** People that one page of the list shows. */
const PAGE_SIZE = 50;

/** Nobody can cancel a list: after so many calls it shows what it has, and goes on when the user scrolls. */
const MAX_CALLS = 10;

/** For messages, as `unwrap` puts them together. */
const LISTED = { noun: 'people', scope: SEARCH_SCOPES[0] };

const EVERY_STAGE: readonly OnboardingStatus[] = [
	'withdrawn',
	'preboarding',
	'day_one',
	'completed',
	'deleted',
];

/** Where the people are whom most operations are about. */
const ACTIVE: readonly OnboardingStatus[] = ['preboarding', 'day_one'];

/** The stages that an operation is most likely about, likeliest first, where these are others. */
const STAGES_OF_OPERATIONS: Readonly<Partial<Record<string, readonly OnboardingStatus[]>>> = {
	restore: ['withdrawn'],
	completeOnboarding: ['day_one', 'preboarding'],
};

const LIST_FIELDS = [
	'person_info.preferred_name',
	'onboarding_info.onboarding_status',
	'onboarding_info.onboarding_date',
];

/** Where the list goes on: one stage after the other, page by page. */
interface Place {
	stage: number;
	pageToken?: string;
}

/** Without a filter only people in the stages that the operation works on; with one, everybody else after them. */
export async function searchPreHires(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = STAGES_OF_OPERATIONS[String(this.getCurrentNodeParameter('operation'))] ?? ACTIVE;
	const text = filter?.trim() ?? '';
	const stages =
		text === '' ? wanted : [...wanted, ...EVERY_STAGE.filter((stage) => !wanted.includes(stage))];
	const caller = await callerOf(this, LISTED.noun);
	const results: INodeListSearchItems[] = [];
	let progress = new PageProgress();
	let calls = 0;
	let place: Place | undefined = readPlace(paginationToken);
	while (place !== undefined && results.length < PAGE_SIZE && calls < MAX_CALLS) {
		const filters = {
			onboarding_status: stages[place.stage],
			fields: LIST_FIELDS,
			...(text !== '' && { key_word: text }),
		};
		const request = { filters, pageSize: PAGE_SIZE, pageToken: place.pageToken };
		const page = unwrap(this, await searchPage(caller, request), LISTED);
		calls += 1;
		const news =
			progress.takeNew(page) ??
			unwrap<FoundPreHire[]>(this, failWithoutEnd(results.length), LISTED);
		results.push(...news.map(describePerson));
		if (page.nextPageToken === undefined) progress = new PageProgress();
		place = nextPlace(place, page.nextPageToken, stages.length);
	}
	return place === undefined ? { results } : { results, paginationToken: JSON.stringify(place) };
}

function readPlace(paginationToken: string | undefined): Place {
	return paginationToken === undefined || paginationToken === ''
		? { stage: 0 }
		: (JSON.parse(paginationToken) as Place);
}

function nextPlace(place: Place, pageToken: string | undefined, stages: number): Place | undefined {
	if (pageToken !== undefined) return { stage: place.stage, pageToken };
	return place.stage + 1 < stages ? { stage: place.stage + 1 } : undefined;
}

/** `Li Na · withdrawn · starts 2026-12-01`. */
function describePerson(person: FoundPreHire): INodeListSearchItems {
	const { onboarding_status: status, onboarding_date: date } = readObject(person.onboarding_info);
	const name = readObject(person.person_info).preferred_name;
	const parts = [
		typeof name === 'string' && name !== '' ? name : person.pre_hire_id,
		...(typeof status === 'string' ? [status.replaceAll('_', ' ')] : []),
		...(typeof date === 'string' && date !== '' ? [`starts ${date}`] : []),
	];
	return { name: parts.join(' · '), value: person.pre_hire_id };
}
