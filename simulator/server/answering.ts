// The way of one call from arrival to answer: its fault, the gateway, the work, the reply.
import type { RecordedCall } from './api';
import { distort, strikesAtGateway } from '../faults/distortions';
import type { Work } from '../faults/faults';
import { refuseAtGateway } from '../gateway/gateway';
import { askedInstead, distortPage, isPageFault } from '../faults/pageFaults';
import type { Reply } from './replies';
import { routeOf } from './routes';
import type { TenantWorld } from '../tenantWorld';
import type { Waits } from './waits';

/** What became of a call: answer with a reply, cut the connection, or leave it alone. */
export type Outcome = Reply | 'cut' | 'abandoned';

/**
 * Answers one call. A fault always strikes, whatever the gateway would have said; behind it the
 * gateway still counts the call, and the work is done only where the gateway lets it through.
 * @param gone aborts when the client goes away; only a hang takes notice
 */
export async function answerCall(
	call: RecordedCall,
	world: TenantWorld,
	waits: Waits,
	gone: AbortSignal,
): Promise<Outcome> {
	const route = routeOf(call.method, call.path);
	const admit = once(() => route.gateway && refuseAtGateway(call, world, route.gateway));
	const answer = once(() => admit() ?? route.serve(call, world));

	const fault = world.faults.strike(call);
	if (fault) call.fault = fault.kind;
	const late = (route.gateway ? world.latencyMs : 0) + (fault?.kind === 'latency' ? fault.ms : 0);
	if (late > 0 && !(await waits.elapse(late))) return 'abandoned';
	if (!fault || fault.kind === 'latency') return answer();
	if (fault.kind === 'trickle') return { ...answer(), trickleEveryMs: fault.everyMs };
	if (isPageFault(fault)) {
		return distortPage(fault, admit() ?? route.serve(askedInstead(fault, call), world));
	}

	/** The answer to work done at once; undefined where it is done later, or never. */
	const carryOut = ({ applied, afterMs }: Partial<Work>): Reply | undefined => {
		if (!applied) return undefined;
		if (afterMs === undefined || admit()) return answer();
		void workLater(afterMs);
		return undefined;
	};
	const workLater = async (afterMs: number): Promise<void> => {
		if (await waits.elapse(Math.max(0, call.at + afterMs - Date.now()))) answer();
	};

	if (fault.kind === 'hang') {
		carryOut(fault);
		const elapsed = await waits.elapse(fault.forMs ?? Infinity, gone);
		return elapsed ? answer() : 'abandoned';
	}
	if (fault.kind !== 'cut' && strikesAtGateway(fault)) return distort(fault, call);
	const honest = 'applied' in fault ? carryOut(fault) : undefined;
	admit();
	return fault.kind === 'cut' ? 'cut' : distort(fault, call, honest);
}

/** The function, run when first asked and never again. */
function once<Result>(work: () => Result): () => Result {
	let done: { result: Result } | undefined;
	return () => (done ??= { result: work() }).result;
}
