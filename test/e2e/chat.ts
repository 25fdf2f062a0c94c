/** Somebody at n8n's hosted chat: says something, reads what comes, presses the buttons. */
import { WebSocket } from 'undici';
import type { RunningN8n } from './launcher/server';

/** What n8n shows in the chat; with buttons it waits for one of them. */
export interface ChatMessage {
	text: string;
	buttons: Array<{ text: string; link: string }>;
}

export interface Conversation {
	/** The next thing that n8n shows. */
	next(): Promise<ChatMessage>;
	/** Presses a button of a message. */
	press(message: ChatMessage, button: string): Promise<void>;
	/** Types an answer instead. */
	type(words: string): void;
	close(): void;
}

const SESSION = 'session-of-the-test';
/** n8n takes no decision from a program that looks ahead, as mail scanners do. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
const HEARTBEAT = 'n8n|heartbeat';
const CONTINUE = 'n8n|continue';

/** Starts a run of the chat's workflow with these words, on the chat's production address. */
export async function startChat(
	server: RunningN8n,
	webhookId: string,
	chatInput: string,
): Promise<Conversation> {
	const said = { action: 'sendMessage', sessionId: SESSION, chatInput };
	const reply = await fetch(`${server.url}/webhook/${webhookId}/chat`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(said),
	});
	const started = (await reply.json()) as { executionId: string; resumeToken?: string };
	const query = new URLSearchParams({
		sessionId: SESSION,
		executionId: started.executionId,
		isPublic: 'true',
		...(started.resumeToken !== undefined && { token: started.resumeToken }),
	});
	const socket = new WebSocket(`${server.url.replace('http', 'ws')}/chat?${query.toString()}`);
	const inbox = messagesOf(socket);
	return {
		next: inbox,
		press: async ({ buttons }, label) => {
			const link = new URL(buttons.find(({ text }) => text === label)?.link ?? '');
			link.host = new URL(server.url).host;
			const pressed = await fetch(link, { headers: { 'user-agent': BROWSER } });
			if (!pressed.ok) throw new Error(`${label}: n8n answered ${pressed.status}`);
		},
		type: (words) => socket.send(JSON.stringify({ ...said, chatInput: words })),
		close: () => socket.close(),
	};
}

/** The messages one after the other, each once; a question waits for the message that is still to come. */
function messagesOf(socket: WebSocket): () => Promise<ChatMessage> {
	const unread: ChatMessage[] = [];
	const waiting: Array<(message: ChatMessage) => void> = [];
	socket.addEventListener('message', ({ data }) => {
		const text = String(data);
		if (text === HEARTBEAT) socket.send(`${HEARTBEAT}-ack`);
		if (text === HEARTBEAT || text === CONTINUE) return;
		const message = read(text);
		const reader = waiting.shift();
		if (reader === undefined) unread.push(message);
		else reader(message);
	});
	return async () =>
		unread.shift() ?? (await new Promise<ChatMessage>((resolve) => waiting.push(resolve)));
}

function read(text: string): ChatMessage {
	if (!text.startsWith('{"type":"with-buttons"')) return { text, buttons: [] };
	return JSON.parse(text) as ChatMessage;
}
