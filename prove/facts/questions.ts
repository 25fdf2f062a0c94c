// What nobody has said about Feishu so far, and what the code does until somebody knows.
import type { OpenQuestion } from './fact';

export const OPEN_QUESTIONS: readonly OpenQuestion[] = [
	{
		question: 'Whether CoreHR and its events are available on Lark',
		meanwhile: 'Environment offers Lark, and says so.',
		usedIn: ['feishu/caller/baseUrl.ts#resolveBaseUrl'],
	},
	{
		question: 'Whether a limit counts in fixed or sliding windows, and whether refused calls count',
		meanwhile: 'It keeps to sliding windows and learns its share from refusals.',
		usedIn: ['feishu/quota/window.ts#PlaceCount', 'feishu/quota/share.ts#Share'],
		measuredBy: ['limit-sliding', 'limit-refused'],
	},
	{
		question: 'Which code Feishu picks for a wrong secret or a disabled app',
		meanwhile: 'All codes that were seen have one hint, which names every cause.',
		usedIn: ['feishu/tokens/exchangeCodes.ts#TOKEN_EXCHANGE_CODES'],
		measuredBy: ['secret-code'],
	},
	{
		question: 'In which order search returns people, and whether that is stable',
		meanwhile: 'People twice are left out, and who may have been missed is looked for again.',
		usedIn: ['feishu/preHires/findPreHires.ts#PageProgress'],
		measuredBy: ['search-order'],
	},
	{
		question: 'Whether names follow the language that a call asks for',
		meanwhile: 'It asks for none.',
		usedIn: ['feishu/lists/names.ts#readNames'],
		measuredBy: ['search-language', 'list-language'],
	},
	{
		question:
			'Whether an app with an empty data range sees nobody or is refused, and what a store app sees',
		meanwhile: 'Check Access says `unknown`, and names both causes.',
		usedIn: ['actions/app/advice.ts#adviseOnAnswers'],
	},
	{
		question: 'With which code a tenant without Feishu People is refused',
		meanwhile: 'The failure is `unknown` and holds Feishu’s words, which say so.',
		usedIn: ['feishu/answers/judge.ts#judge'],
	},
	{
		question:
			'In which stages Feishu completes an onboarding, and with which code it refuses somebody who has joined',
		meanwhile: 'It sends, and takes 1161129 and 1161105 for a question that search settles.',
		usedIn: ['feishu/preHires/completeOnboarding.ts#COMPLETE_STAGES'],
	},
	{
		question:
			'Whether Create looks for duplicates before the External ID, whether that stays taken after a withdrawal, and how long it may be',
		meanwhile:
			'A refusal as a duplicate after a lost answer ends as `unknown_outcome`, in Feishu’s words.',
		usedIn: ['feishu/preHires/createPreHire.ts#createPreHire'],
	},
	{
		question: 'Which fields a tenant asks for on Create, and which usage a location needs',
		meanwhile: 'Nothing is hidden from the lists, and Feishu’s refusals are passed on.',
		usedIn: [
			'feishu/lists/organisation.ts#LOCATIONS',
			'actions/fields/create/body.ts#readCreateBody',
		],
	},
	{
		question: 'How custom fields of the person (not of the pre-hire) are quoted',
		meanwhile: 'They are written like those of the pre-hire.',
		usedIn: ['actions/fields/customFields.ts#readCustomFields'],
	},
	{
		question: 'What Feishu does with a value in an update that no list names',
		meanwhile: 'None is sent.',
		usedIn: ['feishu/preHires/updateBody.ts#updateBody'],
	},
	{
		question: 'What `keyword` of departments matches',
		meanwhile: 'An answer that does not have the text is not believed; pages are read instead.',
		usedIn: ['feishu/lists/searchList.ts#searchList'],
	},
	{
		question:
			'Whether a restore sends an event and with which status, and whether becoming day one, deleting by API or a pre-hire from Feishu Hire sends one',
		meanwhile: 'Every status can be chosen, and Any Event starts on all.',
		usedIn: ['feishu/events/kinds/onboarding.ts#ONBOARDING_STATUSES'],
	},
	{
		question:
			'Whether events obey the data range, how late they come, and whether a repeat is signed anew',
		meanwhile: 'A signature never gets too old; repeats are told by their ID.',
		usedIn: ['feishu/events/request.ts#receive'],
	},
	{
		question: 'How long an app ticket is valid',
		meanwhile: 'It is used until Feishu refuses it.',
		usedIn: ['feishu/tokens/tokenExchange.ts#exchangeToken'],
	},
	{
		question:
			'What will replace `corehr.pre_hire.updated_v1`, and whether `hire.ehr_import_task.imported_v1` comes where Feishu People is the e-HR',
		meanwhile: 'Both can be chosen, and others named under Other Event Types.',
		usedIn: [
			'feishu/events/kinds/onboarding.ts#ONBOARDING_KINDS',
			'feishu/events/kinds/hire.ts#HIRE_KINDS',
		],
	},
];
