/** Catches everything that n8n and the node write to n8n's log. */
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { LoggerProxy, type Logger as LoggerInterface } from 'n8n-workflow';

export interface LogLine {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	meta: unknown;
}

let watcher: ((line: LogLine) => void) | undefined;

/** Hands every line to `watch` too, until the returned function is called. What `watch` throws, the logger throws. */
export function watchLogs(watch: (line: LogLine) => void): () => void {
	watcher = watch;
	return () => {
		watcher = undefined;
	};
}

/** Replaces n8n's logger for the whole process and returns the list that grows with every line. */
export function captureLogs(): LogLine[] {
	const lines: LogLine[] = [];
	const write = (level: LogLine['level']) => (message: string, meta?: unknown) => {
		const line = { level, message, meta };
		lines.push(line);
		watcher?.(line);
	};
	const logger: LoggerInterface & { scoped(): LoggerInterface } = {
		error: write('error'),
		warn: write('warn'),
		info: write('info'),
		debug: write('debug'),
		scoped: () => logger,
	};
	LoggerProxy.init(logger);
	Container.set(Logger, logger as unknown as Logger);
	return lines;
}
