/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a server of its own, never runs inside n8n */
/** A language model on loopback that follows a script: it calls the tool it is offered, then says what it was told. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tool as the model sees it. */
export interface OfferedTool {
	name: string;
	description: string;
	parameters: { properties?: Record<string, { type?: string; description?: string }> };
}

interface Question {
	tools?: Array<{ function: OfferedTool }>;
	messages: Array<{ role: string; content: unknown }>;
}

export interface ScriptedModel {
	/** What the OpenAI credential takes as its base URL. */
	readonly url: string;
	/** The tools of the last conversation. */
	tools(): OfferedTool[];
	/** What the tools have answered, as the model reads it. */
	toolAnswers(): string[];
	stop(): void;
}

/** Which of the offered tools answers what the user said last. */
type ChooseTool = (tools: OfferedTool[], lastWords: string) => OfferedTool | undefined;

/** Starts a model that calls one tool, the first unless told otherwise, and then repeats the tool's answer. */
export async function startModel(
	argumentsFor: (tool: OfferedTool) => object,
	choose: ChooseTool = ([first]) => first,
): Promise<ScriptedModel> {
	const questions: Question[] = [];
	const server = createServer((request, response) => {
		void readJson(request).then((question) => {
			questions.push(question);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(answerTo(question, argumentsFor, choose))));
		});
	});
	return {
		url: await addressOf(server),
		tools: () => questions.at(-1)?.tools?.map((tool) => tool.function) ?? [],
		toolAnswers: () => questions.flatMap(toolAnswersIn),
		stop: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

function answerTo(
	question: Question,
	argumentsFor: (tool: OfferedTool) => object,
	choose: ChooseTool,
): object {
	const told = toolAnswersIn(sinceLastWords(question)).at(-1);
	const tools = (question.tools ?? []).map((tool) => tool.function);
	const tool = choose(tools, lastWordsIn(question));
	if (told !== undefined || tool === undefined) {
		return { role: 'assistant', content: told ?? 'No tool was offered.' };
	}
	const call = { name: tool.name, arguments: JSON.stringify(argumentsFor(tool)) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: 'call_1', type: 'function', function: call }],
	};
}

function toolAnswersIn({ messages }: Question): string[] {
	return messages
		.filter(({ role }) => role === 'tool')
		.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
}

/** The memory brings the answers of earlier turns along: they answer nothing that was said since. */
function sinceLastWords({ messages }: Question): Question {
	const last = messages.map(({ role }) => role).lastIndexOf('user');
	return { messages: messages.slice(last) };
}

function lastWordsIn({ messages }: Question): string {
	const content = messages.filter(({ role }) => role === 'user').at(-1)?.content;
	return typeof content === 'string' ? content : JSON.stringify(content);
}

function completion(message: object): object {
	const finish_reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
	return {
		id: 'chatcmpl-scripted',
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

async function readJson(request: IncomingMessage): Promise<Question> {
	let text = '';
	for await (const piece of request) text += String(piece);
	return JSON.parse(text) as Question;
}

async function addressOf(server: Server): Promise<string> {
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}
