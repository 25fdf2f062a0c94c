/** Outlives whoever started it for a moment: ends the process groups it was told of once its standard input closes. */
const { createInterface } = require('node:readline');

const GRACE_MS = 5_000;
const groups = new Set();

createInterface({ input: process.stdin })
	.on('line', (line) => {
		const pid = Number(line.slice(1));
		if (line.startsWith('+')) groups.add(pid);
		else groups.delete(pid);
	})
	.on('close', () => {
		signalAll('SIGTERM');
		if (groups.size > 0) setTimeout(() => signalAll('SIGKILL'), GRACE_MS);
	});

function signalAll(signal) {
	for (const pid of groups) {
		try {
			process.kill(-pid, signal);
		} catch {
			groups.delete(pid);
		}
	}
}
