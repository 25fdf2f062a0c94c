// What a fact about Feishu is: a claim that the code rests on, where it comes from, and what depends on it.

/** Where a claim comes from. `concluded`: from the others, nobody has said it. `not documented`: nobody knows, and the code is right either way. */
export type Source = 'documented' | 'SDK' | 'posted answers' | 'concluded' | 'not documented';

export interface Fact {
	/** A sentence that is true or not, in Markdown. */
	claim: string;
	sources: readonly Source[];
	/** Files under `nodes/FeishuCoreHr`, each with the export that rests on it: `feishu/http/reply.ts#readReply`. */
	usedIn: readonly string[];
	/** What happens if it is not so. */
	ifWrong: string;
	/** Where and when a report of `npm run prove` has shown it: `open.feishu.cn, 2026-11-25`. */
	proved?: string;
}

/** Facts by the name under which a report gives them. */
export type Facts = Readonly<Record<string, Fact>>;

/** What nobody has said so far. */
export interface OpenQuestion {
	/** `whether …`, `which …`. */
	question: string;
	/** What the code does until somebody knows. */
	meanwhile: string;
	/** As in a fact. */
	usedIn: readonly string[];
	/** The facts that a run of `npm run prove` measures to answer it, by their names. */
	measuredBy?: readonly string[];
}
