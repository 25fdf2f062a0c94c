/** Onboarding flows. Feishu does not say whether those out of use are among them. */
import { HUNDRED_A_MINUTE } from '../quota/window';
import { listEndpoint, type List } from './list';
import { readNames } from './names';

export const FLOWS: List = {
	noun: 'onboarding flows',
	scope: 'corehr:pre_hire:read',
	endpoint: listEndpoint({
		api: 'flows',
		method: 'GET',
		path: '/open-apis/corehr/v2/onboarding_flows',
		quota: HUNDRED_A_MINUTE,
		itemsName: 'flow_list',
		readEntry: ({ id, name }) =>
			typeof id === 'string' ? { id, names: readNames(name) } : undefined,
	}),
	query: {},
	isShort: true,
};
