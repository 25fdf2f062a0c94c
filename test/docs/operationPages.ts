/** The page of each operation, in both languages: which parts are written from the code, and what they say. */
import type { INodeProperties } from 'n8n-workflow';

import { allOperations } from '../../nodes/FeishuCoreHr/actions/resources';
import type { Operation, Resource } from '../../nodes/FeishuCoreHr/actions/operation';
import type { Bilingual, Language } from './bilingual';
import { CODE_TABLES } from './codeTables';
import { fieldsBlock, optionsBlock, sentence } from './fieldTables';
import { read } from './files';
import { markBlock, type Blocks } from './generatedBlocks';
import { slugOf } from './markdown';
import { outputTable, type Schema } from './outputTable';
import { triggerNode } from './sources';
import { table } from './table';

export interface GeneratedPage {
	file: string;
	blocks: Blocks;
	/** What a page that does not exist yet begins as. */
	skeleton?: string;
}

/** Where the pages about operations are. */
export const FOLDERS: Bilingual = { en: 'docs/operations', zh: 'docs/zh-CN/operations' };

const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** Every page with parts that are written from the node's description. */
export function generatedPages(): GeneratedPage[] {
	return LANGUAGES.flatMap((language) => [
		...allOperations.map(({ resource, operation }) => operationPage(resource, operation, language)),
		{
			file: `${FOLDERS[language]}/trigger.md`,
			blocks: new Map([
				[
					'fields',
					fieldsBlock(triggerNode.description.properties, language, TRIGGER_LINKS[language]),
				],
				['options', optionsBlock(triggerNode.description.properties, language)],
			]),
		},
		{
			file: language === 'en' ? 'docs/setup.md' : 'docs/zh-CN/setup.md',
			blocks: new Map([['scopes', scopesTable(language)]]),
		},
	]);
}

/** `pre-hire-get-many.md`, for the resource preHire and the operation getMany. */
export function pageName(resource: Resource, operation: Operation): string {
	const dashed = (value: string) => value.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
	return `${dashed(resource.value)}-${dashed(operation.value)}.md`;
}

const WORDS = {
	en: {
		twin: (name: string) => `[中文](../zh-CN/operations/${name})`,
		home: '[README](../../README.md)',
		headings: { fields: '## Fields', options: '## Options', output: '## What comes out' },
		node: (resource: string, operation: string) =>
			`**In the node:** Resource ${resource}, Operation ${operation}`,
		scope: (scopes: string) => `**Scope:** ${scopes}`,
		noScope: '**Scope:** none',
		or: ' or ',
		and: '; ',
		customAndStore: '**Apps:** custom apps and store apps',
		customOnly: '**Apps:** custom apps only',
		limit: (count: string) =>
			`**Limit:** Feishu takes ${count} items a minute ([quota](../running.md#quota))`,
		noLimit: '**Limit:** none for each item ([quota](../running.md#quota))',
		codes: (heading: string) =>
			`**Error codes:** [${heading}](../error-codes.md#${slugOf(heading)})`,
		scopeHeader: ['Scope', 'Needed for'],
	},
	zh: {
		twin: (name: string) => `[English](../../operations/${name})`,
		home: '[README](../README.md)',
		headings: { fields: '## 字段', options: '## 选项', output: '## 输出' },
		node: (resource: string, operation: string) =>
			`**节点设置：** Resource 选 ${resource}，Operation 选 ${operation}`,
		scope: (scopes: string) => `**权限：** ${scopes}`,
		noScope: '**权限：** 不需要',
		or: ' 或 ',
		and: '；',
		customAndStore: '**应用：** 自建应用和商店应用',
		customOnly: '**应用：** 仅自建应用',
		limit: (count: string) =>
			`**限额：** 飞书每分钟受理 ${count} 项（[额度](../../running.md#quota)，英文）`,
		noLimit: '**限额：** 不按 item 计（[额度](../../running.md#quota)，英文）',
		codes: (heading: string) => `**错误码：** [${heading}](../error-codes.md#${slugOf(heading)})`,
		scopeHeader: ['权限', '用于'],
	},
} as const;

/** In the place of the choices of a field. */
const PERSON_LINKS: Record<Language, Record<string, string>> = {
	en: { preHireId: '[Three ways to name a person](../which-person.md).' },
	zh: { preHireId: '[指定人员的三种方式](../which-person.md)。' },
};

const TRIGGER_LINKS: Record<Language, Record<string, string>> = {
	en: { events: 'Which events start the workflow. [All of them, with samples](../events.md).' },
	zh: { events: '哪些事件启动工作流。[全部事件及样例](../../events.md)（英文）。' },
};

function operationPage(
	resource: Resource,
	operation: Operation,
	language: Language,
): GeneratedPage {
	const name = pageName(resource, operation);
	const words = WORDS[language];
	const fields: INodeProperties[] = operation.fields;
	const hasFields = fields.some(({ name: field }) => field !== 'options');
	const blocks = new Map([
		['about', about(resource, operation, language)],
		...(hasFields
			? [['fields', fieldsBlock(fields, language, PERSON_LINKS[language])] as const]
			: []),
		['options', optionsBlock(fields, language)],
		['output', outputTable(readSchema(resource, operation), language)],
	]);
	const headings: Readonly<Record<string, string>> = words.headings;
	const skeleton = [
		`# ${operation.name}`,
		`${words.twin(name)} · ${words.home}`,
		...[...blocks].flatMap(([block, content]) => [
			...(headings[block] === undefined ? [] : [headings[block]]),
			markBlock(block, content),
		]),
	];
	return { file: `${FOLDERS[language]}/${name}`, blocks, skeleton: `${skeleton.join('\n\n')}\n` };
}

function about(resource: Resource, operation: Operation, language: Language): string {
	const words = WORDS[language];
	const { description, itemsPerMinute, customAppsOnly } = operation;
	const facts = [
		words.node(resource.name, operation.name),
		operation.scopes.length === 0 ? words.noScope : words.scope(scopesOf(operation, language)),
		customAppsOnly === true ? words.customOnly : words.customAndStore,
		itemsPerMinute === undefined
			? words.noLimit
			: words.limit(itemsPerMinute.toLocaleString('en-US')),
		words.codes(codesHeading(resource, operation)[language]),
	];
	return [sentence(description, language), facts.map((fact) => `- ${fact}`).join('\n')].join(
		'\n\n',
	);
}

function scopesOf({ scopes }: Operation, language: Language): string {
	const { or, and } = WORDS[language];
	return scopes.map((anyOf) => anyOf.map((scope) => `\`${scope}\``).join(or)).join(and);
}

/** Operations whose code table is named otherwise than they are. */
const TABLES: Readonly<Record<string, string>> = {
	get: 'Search',
	getMany: 'Search',
	checkAccess: 'The app’s own scopes',
};

function codesHeading(resource: Resource, operation: Operation): Bilingual {
	const names = [TABLES[operation.value], operation.name, resource.name];
	const found = CODE_TABLES.find(({ heading }) => names.includes(heading.en));
	if (found === undefined) throw new Error(`No code table is that of ${operation.name}`);
	return found.heading;
}

function readSchema(resource: Resource, operation: Operation): Schema {
	const path = `nodes/FeishuCoreHr/__schema__/v1.0.0/${resource.value}/${operation.value}.json`;
	return JSON.parse(read(path)) as Schema;
}

/** Which scopes there are, each with the operations that it opens. */
function scopesTable(language: Language): string {
	const needed = new Map<string, string[]>();
	for (const { operation } of allOperations) {
		if (operation.scopes.length === 0) continue;
		const scopes = scopesOf(operation, language);
		needed.set(scopes, [...(needed.get(scopes) ?? []), operation.name]);
	}
	return table(
		WORDS[language].scopeHeader,
		[...needed].map(([scopes, names]) => [
			scopes,
			names.map((name) => `**${name}**`).join(language === 'zh' ? '、' : ', '),
		]),
	);
}
