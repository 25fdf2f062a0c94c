/** The resource App: what the app of the credential may do. */
import type { Resource } from '../operation';
import { checkAccessOperation } from './checkAccess.operation';

/** `others` are the resources whose operations are checked: all the others of this node. */
export function appResource(others: readonly Resource[]): Resource {
	const checkAccess = checkAccessOperation(others.flatMap(({ operations }) => operations));
	return {
		name: 'App',
		value: 'app',
		description: 'The Feishu app of the credential',
		noun: 'app',
		operations: [checkAccess],
		defaultOperation: checkAccess.value,
	};
}
