/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server for tests, never runs inside n8n */
/** A gate in front of one process, as a load balancer with a readiness check is: closed, it takes no connection. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Gate {
	readonly url: string;
	/** Lets new connections through to a port of this machine, or nobody. */
	openTo(port: number | undefined): void;
	close(): Promise<void>;
}

/** Closed at first. */
export async function openGate(): Promise<Gate> {
	const sockets = new Set<Socket>();
	let target: number | undefined;
	const server = createServer((caller) => {
		if (target === undefined) return void caller.destroy();
		const process = connect(target, '127.0.0.1');
		for (const [from, to] of [
			[caller, process],
			[process, caller],
		] as const) {
			sockets.add(from);
			from.pipe(to);
			from.on('error', () => to.destroy());
			from.on('close', () => {
				sockets.delete(from);
				to.destroy();
			});
		}
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		openTo: (port) => (target = port),
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((closed) => server.close(closed));
		},
	};
}
