// Facts about tokens and their exchange.
import type { Facts } from './fact';

export const TOKEN_FACTS = {
	'token-exchange': {
		claim:
			'An exchange answers with `tenant_access_token` and `expire` at the top level, not in `data`',
		sources: ['documented', 'SDK'],
		usedIn: ['feishu/tokens/tokenExchange.ts#exchangeToken'],
		ifWrong: 'No token is found in the answer: every item fails with `TOKEN_MISSING`.',
	},
	'token-life': {
		claim: 'A token lives for 7200 seconds at most',
		sources: ['documented', 'posted answers'],
		usedIn: ['feishu/tokens/token.ts#readToken', 'feishu/tokens/token.ts#isFresh'],
		ifWrong:
			'A token that ends sooner than told is refused once, and the item is sent again with a new one. A longer life is used, up to 24 hours.',
	},
	'token-left': {
		claim: '`expire` is what is left of a token’s life, in seconds, not the whole of it',
		sources: ['documented', 'posted answers'],
		usedIn: ['feishu/tokens/token.ts#readToken'],
		ifWrong: 'A token that ends sooner than told is refused once, and the item is sent again.',
	},
	'token-same': {
		claim: 'With 30 minutes or more left, an exchange returns the same token',
		sources: ['documented', 'posted answers'],
		usedIn: ['feishu/tokens/renewal.ts#SAME_TOKEN', 'feishu/tokens/tokens.ts#dropToken'],
		ifWrong:
			'Nothing: a new token is as good. Only the message for a token that Feishu refuses and issues again would never come.',
	},
	'token-overlap': {
		claim: 'An exchange does not end the token before it',
		sources: ['documented', 'posted answers'],
		usedIn: [
			'feishu/tokens/renewal.ts#renewToken',
			'feishu/tokens/credentialToken.ts#provideToken',
		],
		ifWrong:
			'Processes that exchange at the same time end one another’s tokens: an item is refused once and sent again with a new token, and fails if that one is ended too.',
	},
	'token-dead': {
		claim:
			'A token that expired or was revoked is refused with 99991663 or a relative (99991661, 99991664, 99991665, 99991668, 99991671), mostly with HTTP 400, before anything is done',
		sources: ['posted answers', 'SDK'],
		usedIn: [
			'feishu/answers/gatewayCodes.ts#TOKEN_CODES',
			'feishu/call/retry.ts#Tries',
			'feishu/tokens/tokens.ts#dropToken',
		],
		ifWrong:
			'With another code the item fails and the token stays in use until its end. The HTTP status does not matter.',
	},
	'token-opaque': {
		claim: 'A token is opaque text of up to 4 KB',
		sources: ['documented'],
		usedIn: ['feishu/tokens/token.ts#readToken'],
		ifWrong:
			'One of more than 4,000 characters, or with anything but visible ASCII in it, is not used: `TOKEN_MISSING`.',
	},
	'secret-status': {
		claim: 'A wrong secret is refused with HTTP 200',
		sources: ['posted answers'],
		usedIn: ['feishu/answers/judge.ts#judge'],
		ifWrong: 'Nothing: the code decides, whatever the HTTP status.',
	},
	'secret-code': {
		claim: 'A wrong secret is refused with 10003, 10014, 10015 or 20002',
		sources: ['posted answers'],
		usedIn: ['feishu/tokens/exchangeCodes.ts#TOKEN_EXCHANGE_CODES'],
		ifWrong: 'The message says that Feishu issues no token, and names more fields than it has to.',
	},
	'store-exchange': {
		claim:
			'A store app exchanges ID, secret and ticket for an app token, and that with the tenant key for a tenant token; 10012 is a bad ticket',
		sources: ['documented', 'SDK'],
		usedIn: [
			'feishu/tokens/tokenExchange.ts#exchangeToken',
			'feishu/tokens/exchangeCodes.ts#TOKEN_EXCHANGE_CODES',
		],
		ifWrong: 'Store apps get no token.',
	},
	'store-ticket': {
		claim: 'Feishu pushes a store app’s ticket every hour, as an event without `tenant_key`',
		sources: ['documented'],
		usedIn: ['feishu/events/kinds/storeApp.ts#STORE_APP_KINDS'],
		ifWrong: 'A workflow that keeps the newest ticket keeps an old one, and exchanges are refused.',
	},
} as const satisfies Facts;
