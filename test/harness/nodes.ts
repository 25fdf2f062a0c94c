/** The node types that a test workflow is made of. */
import {
	NodeConnectionTypes,
	type IBinaryKeyData,
	type IDataObject,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';

/** The node's type as n8n names it, and as an agent's tool. */
export const FEISHU_TYPE = 'n8n-nodes-feishu-corehr.feishuCoreHr';

export const FEISHU_TOOL_TYPE = 'n8n-nodes-feishu-corehr.feishuCoreHrTool';

export const TRIGGER_TYPE = 'n8n-nodes-feishu-corehr.feishuCoreHrTrigger';

export const SOURCE_TYPE = 'test.source';

export const LOOP_TYPE = 'test.loop';

export class NodeTypes implements INodeTypes {
	constructor(private readonly types: Readonly<Record<string, INodeType>>) {}

	getByName(nodeType: string): INodeType | IVersionedNodeType {
		return this.getByNameAndVersion(nodeType);
	}

	getByNameAndVersion(nodeType: string): INodeType {
		const type = this.types[nodeType];
		if (type === undefined) throw new Error(`No node type ${nodeType} in this test`);
		return type;
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

/** Emits the items that it is made with, as a webhook or a database node would. */
// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- a test's trigger is no agent's tool
export class Source implements INodeType {
	description: INodeTypeDescription = {
		...plainDescription('Source'),
		name: 'source',
		inputs: [],
	};

	/** n8n calls this with its own context as `this`. */
	readonly execute: NonNullable<INodeType['execute']>;

	constructor(items: IDataObject[], binary?: IBinaryKeyData) {
		this.execute = async () => [
			items.map((json) => ({ json, ...(binary !== undefined && { binary }) })),
		];
	}
}

/** Hands its items on in batches, as Loop Over Items does: output 0 when all are done, output 1 for each batch. */
// eslint-disable-next-line @n8n/community-nodes/node-usable-as-tool -- a test's loop is no agent's tool
export class Loop implements INodeType {
	description: INodeTypeDescription = {
		...plainDescription('Loop'),
		name: 'loop',
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
	};

	readonly execute: NonNullable<INodeType['execute']>;

	constructor(batchSize: number) {
		const waiting: INodeExecutionData[] = [];
		const done: INodeExecutionData[] = [];
		let started = false;
		this.execute = async function () {
			(started ? done : waiting).push(...this.getInputData());
			started = true;
			const batch = waiting.splice(0, batchSize);
			return batch.length > 0 ? [[], batch.map(({ json }) => ({ json }))] : [done, []];
		};
	}
}

function plainDescription(displayName: string): INodeTypeDescription {
	return {
		displayName,
		name: displayName,
		group: ['transform'],
		version: 1,
		description: displayName,
		defaults: { name: displayName },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	};
}
