// What Feishu's pages leave open, and how this simulator answers it. A careful client is right either way.

/** The answers; each can be changed while the simulator runs. */
export interface OpenQuestions {
	/** A search without filters by an app whose data range is empty: code 0 and nobody, or 403/1160103. */
	emptyRange: 'nobody' | 'refused';
	/** Create looks for duplicates before it looks for its `out_biz_id`, so that a repeat is refused. */
	duplicatesBeforeKey: boolean;
	/** An `out_biz_id` stays taken after its person was withdrawn; if not, create makes a second person. */
	keyKeptAfterWithdraw: boolean;
	/** A value in update's body that none of the lists names: left alone, or taken over. */
	unlistedValues: 'ignored' | 'applied';
	/** Create makes a second event, of the flow that starts. */
	flowEventOnCreate: boolean;
	/** Restore makes the event of a flow in progress, or none. */
	flowEventOnRestore: boolean;
	/** What stands for the flow in an event of a task alone: nothing in it, null, or no field at all. */
	stillFlow: 'empty' | 'null' | 'absent';
	/** Complete outside `day_one`: Feishu names no rule. */
	completeInPreboarding: boolean;
	/** What `keyword` of department search does: match names and codes, nothing, or 400/1160102. */
	departmentKeyword: 'matches' | 'ignored' | 'refused';
	/** What `name` of jobs matches. */
	jobName: 'part' | 'whole';
	/** Code of "TenantID … not found", which the pages quote without one. */
	noFeishuPeopleCode: number;
}

/** How the simulator answers unless told otherwise. */
export const DEFAULT_ANSWERS: Readonly<OpenQuestions> = {
	emptyRange: 'nobody',
	duplicatesBeforeKey: false,
	keyKeptAfterWithdraw: true,
	unlistedValues: 'ignored',
	flowEventOnCreate: true,
	flowEventOnRestore: true,
	stillFlow: 'empty',
	completeInPreboarding: true,
	departmentKeyword: 'matches',
	jobName: 'part',
	noFeishuPeopleCode: 1160001,
};
