// Facts about events.
import type { Facts } from './fact';

export const EVENT_FACTS = {
	'event-encryption': {
		claim:
			'With an Encrypt Key the body is `{"encrypt": …}`: AES-256-CBC under the SHA-256 of the key, the initial vector in front, Base64 around both',
		sources: ['documented', 'SDK'],
		usedIn: ['feishu/events/decryption.ts#decrypt'],
		ifWrong: 'Every event is refused with 401, and the log says that the key does not open it.',
	},
	'event-signature': {
		claim:
			'`X-Lark-Signature` is the hex SHA-256 of timestamp, nonce, Encrypt Key and the bytes of the body; no HMAC',
		sources: ['documented', 'posted answers'],
		usedIn: ['feishu/events/signature.ts#isSignedByFeishu'],
		ifWrong: 'Every event is refused with 401, and the log says that the signature is wrong.',
	},
	'event-empty-key': {
		claim: 'Without an Encrypt Key the signature is made with an empty one, and proves nothing',
		sources: ['posted answers'],
		usedIn: ['feishu/events/request.ts#receive', 'feishu/events/keys.ts#weaknessOf'],
		ifWrong: 'Nothing: the node asks for the Verification Token then.',
	},
	'event-challenge': {
		claim:
			'The check of the address (challenge) is encrypted like an event, carries the token, and is not signed',
		sources: ['documented', 'SDK', 'posted answers'],
		usedIn: ['feishu/events/request.ts#receive'],
		ifWrong:
			'If it were signed: nothing. Without its token Feishu’s console does not save the URL.',
	},
	'event-token': {
		claim:
			'The Verification Token stands in `header.token`, in old events and the challenge at the top',
		sources: ['documented'],
		usedIn: ['feishu/events/envelope.ts#tokenIn'],
		ifWrong: 'Every event is refused with 401, and the log says that the token is missing.',
	},
	'event-envelope': {
		claim:
			'Version 2.0 has `schema` and `header`; store-app events come in version 1.0 with `uuid`, `ts` and the rest inside of `event`',
		sources: ['documented'],
		usedIn: ['feishu/events/envelope.ts#readEnvelope'],
		ifWrong: 'Items lack `event_id`, `event_type` or `created_at`, and only Any Event starts.',
	},
	'event-answer': {
		claim:
			'Feishu waits 1 second for the answer to a challenge and 3 for one to an event; anything but HTTP 200 counts as failed',
		sources: ['documented'],
		usedIn: ['trigger/webhook.ts#answerFeishu'],
		ifWrong: 'An answer that comes too late brings a repeat, which is not run again.',
	},
	'event-repeats': {
		claim: 'A failed event comes again after 15 seconds, 5 minutes, 1 hour and 6 hours, then never',
		sources: ['documented'],
		usedIn: ['feishu/events/repeats.ts#takeTurn', 'feishu/events/request.ts#receive'],
		ifWrong: 'A repeat later than 24 hours is run as a new event.',
	},
	'event-ids': {
		claim:
			'A repeat has the `event_id` (old events: `uuid`) of the first, and may come although the first was answered with 200',
		sources: ['documented', 'posted answers'],
		usedIn: ['feishu/events/repeats.ts#takeTurn'],
		ifWrong: 'A repeat with another ID runs the workflow again.',
	},
	'event-order': {
		claim: 'Events of CoreHR and Hire come in no fixed order',
		sources: ['documented'],
		usedIn: ['feishu/events/kinds/index.ts#classify'],
		ifWrong: 'Nothing: the node counts on no order.',
	},
	'event-flow': {
		claim:
			'`onboarding_task_changed_v2` has `onboarding_flow_change` only if the flow itself moved; its `completed` means that all tasks are done, not that the person has joined',
		sources: ['documented'],
		usedIn: [
			'feishu/events/kinds/onboarding.ts#ONBOARDING_STATUSES',
			'feishu/events/kinds/onboarding.ts#ONBOARDING_KINDS',
		],
		ifWrong: 'The event starts workflows that asked for the other of its two kinds.',
	},
	'event-created': {
		claim: 'There is no event for a created and none for a deleted pre-hire',
		sources: ['documented', 'SDK'],
		usedIn: ['feishu/events/kinds/index.ts#EVENT_KINDS'],
		ifWrong: 'Builders name it under Other Event Types until there is an entry for it.',
	},
	'event-apps': {
		claim:
			'Each kind needs any one of its scopes and comes to the kinds of app that its entry names; events about a store app need none',
		sources: ['documented'],
		usedIn: ['feishu/events/kinds/index.ts#EVENT_KINDS'],
		ifWrong: 'The page about events names the wrong scope.',
	},
	'event-url': {
		claim: 'An app has one request URL for all its events, and no API sets it',
		sources: ['documented'],
		usedIn: ['trigger/fields.ts#triggerFields'],
		ifWrong: 'The trigger’s notice asks for more work by hand than it has to.',
	},
} as const satisfies Facts;
