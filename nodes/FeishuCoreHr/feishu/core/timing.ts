/** The waits, windows and margins the client works with, in milliseconds. Tests shorten them here; no node option does. */
export const timing = {
	/** How long a minute of a quota takes. Tests that shorten it shorten every window of a quota by the same factor. */
	quotaWindowMs: 60_000,
	/** Added to a slot's life: the server may count a call later than its reply reaches us. */
	quotaMarginMs: 200,
	/** How long a lane rests after a 429 that does not say for how long. */
	quotaPauseMs: 5_000,
	/** The longest rest that a server may ask for. */
	quotaPauseCeilingMs: 120_000,
	/** How long everybody waits for the end of an outage, counted from when it was noticed, before they fail unsent. */
	outagePatienceMs: 300_000,
	/** How soon after a failed test of an outage the next request tests. */
	outageRestMs: 10_000,
	/** Somebody may have edited a credential that was read longer ago than this: it is read again before a call. */
	credentialAgeMs: 1_000,
	/** A token this close to its end is exchanged first, or at a tenth of its life if that is less. */
	tokenMarginMs: 180_000,
	/** A token of at most this age is as good as one from a new exchange. */
	justIssuedMs: 10_000,
	/** How soon a token endpoint that could not be reached is asked again. */
	exchangeRestMs: 10_000,
	/** The wait before try n is random between 0 and this times 2^n. */
	backoffBaseMs: 500,
	backoffCeilingMs: 20_000,
	/** Feishu's search shows a change up to this much later. */
	searchLagMs: 5_000,
	/** For how long one pass over search answers for ATS application IDs. */
	atsPassMs: 60_000,
	/** For how long a page of a pick list is shown again without a call. */
	listCacheMs: 300_000,
	/** Longest uninterruptible sleep: cancellation is noticed after at most this long. */
	sliceMs: 250,
};
