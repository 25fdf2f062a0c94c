/** Remembers finished people across the tries of Retry On Fail, which runs the whole node again for all items. */
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** n8n keeps this with the execution and saves it: results only, no token, no owner. */
interface Memory {
	runIndex: number;
	/** By item index. */
	items: Record<number, Finished>;
}

interface Finished {
	/** The request's. */
	key: string;
	/** The subject's. */
	subject: string;
	result: IDataObject;
}

/** What earlier tries of this same run have finished. Remembers nothing where the node has no Retry On Fail. */
export class FinishedItems {
	private readonly memory: Memory | undefined;

	constructor(context: IExecuteFunctions) {
		if (context.getNode().retryOnFail !== true) return;
		const { $runIndex: runIndex } = context.getWorkflowDataProxy(0);
		const store = context.getContext('node') as { feishuCoreHrFinished?: Memory };
		if (store.feishuCoreHrFinished?.runIndex !== runIndex) {
			store.feishuCoreHrFinished = { runIndex, items: {} };
		}
		this.memory = store.feishuCoreHrFinished;
	}

	/** The items that an earlier try has finished. */
	get itemIndexes(): number[] {
		return Object.keys(this.memory?.items ?? {}).map(Number);
	}

	/** What an earlier try came to, if this item asked for exactly the same then. */
	find(itemIndex: number, key: string): Finished | undefined {
		const item = this.memory?.items[itemIndex];
		return item?.key === key ? item : undefined;
	}

	remember(itemIndex: number, finished: Finished): void {
		if (this.memory !== undefined) this.memory.items[itemIndex] = finished;
	}
}
