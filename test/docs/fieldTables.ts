/** Tables of the fields that n8n shows, from the node's own description. */
import type { INodeProperties, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';

import type { Language } from './bilingual';
import { fieldInChinese } from './chineseOfFields';
import { table } from './table';

const WORDS = {
	en: {
		header: ['Field', 'Type', 'Default', 'Meaning'],
		required: '**required**',
		alsoRequired: (value: string) => `${value}, required`,
		on: 'on',
		off: 'off',
		shown: (field: string, values: string) => `Shown where **${field}** is ${values}.`,
		or: ' or ',
		colon: ': ',
		space: ' ',
	},
	zh: {
		header: ['字段', '类型', '默认值', '含义'],
		required: '**必填**',
		alsoRequired: (value: string) => `${value}，必填`,
		on: '开',
		off: '关',
		shown: (field: string, values: string) => `仅当 **${field}** 为 ${values} 时显示。`,
		or: ' 或 ',
		colon: '：',
		space: '',
	},
} as const;

/** What people fill in, by n8n's name of the type. */
const TYPES: Readonly<Record<string, Record<Language, string>>> = {
	boolean: { en: 'switch', zh: '开关' },
	collection: { en: 'group of fields', zh: '一组字段' },
	dateTime: { en: 'day', zh: '日期' },
	json: { en: 'JSON', zh: 'JSON' },
	multiOptions: { en: 'several choices', zh: '多选' },
	number: { en: 'number', zh: '数字' },
	options: { en: 'choice', zh: '单选' },
	resourceLocator: { en: 'list or ID', zh: '列表或 ID' },
	resourceMapper: { en: 'list of fields', zh: '字段列表' },
	string: { en: 'text', zh: '文本' },
};

/** Markdown that stands for the choices of a field, by the field's name. */
export type Links = Readonly<Record<string, string>>;

/** The fields, and below them each group of fields, with a heading of the third level, that is not Options. */
export function fieldsBlock(
	fields: readonly INodeProperties[],
	language: Language,
	links: Links = {},
): string {
	const shown = fields.filter(({ type, name }) => type !== 'notice' && name !== OPTIONS);
	const groups = shown.filter(({ type }) => type === 'collection');
	return [
		fieldTable(shown, language, links),
		...groups.flatMap((group) => [
			`### ${group.displayName}`,
			fieldTable(group.options as INodeProperties[], language, links),
		]),
	].join('\n\n');
}

/** What stands under Options. */
export function optionsBlock(fields: readonly INodeProperties[], language: Language): string {
	const options = fields.find(({ name }) => name === OPTIONS)?.options ?? [];
	return fieldTable(options as INodeProperties[], language, {});
}

const OPTIONS = 'options';

function fieldTable(fields: readonly INodeProperties[], language: Language, links: Links): string {
	return table(
		WORDS[language].header,
		fields.map((field) => [
			nameOf(field.displayName, language),
			typeOf(field)[language],
			defaultOf(field, language),
			meaningOf(field, fields, language, links[field.name]),
		]),
	);
}

function nameOf(name: string, language: Language): string {
	return language === 'zh' ? `${name}（${fieldInChinese(name)}）` : name;
}

function typeOf({ type }: INodeProperties): Record<Language, string> {
	const words = TYPES[type];
	if (words === undefined) throw new Error(`test/docs/fieldTables.ts has no words for ${type}`);
	return words;
}

function defaultOf(field: INodeProperties, language: Language): string {
	const words = WORDS[language];
	const text = valueText(field, field.default, language);
	if (field.required !== true) return text;
	return text === '' ? words.required : words.alsoRequired(text);
}

/** Empty where the value is. */
function valueText(field: INodeProperties, value: unknown, language: Language): string {
	if (typeof value === 'boolean') return value ? WORDS[language].on : WORDS[language].off;
	if (Array.isArray(value))
		return value.map((one) => valueText(field, one, language)).join(WORDS[language].or);
	if (typeof value === 'number') return String(value);
	if (typeof value !== 'string' || value === '') return '';
	return choicesOf(field).find((choice) => choice.value === value)?.name ?? `\`${value}\``;
}

function meaningOf(
	field: INodeProperties,
	siblings: readonly INodeProperties[],
	language: Language,
	link: string | undefined,
): string {
	const { space } = WORDS[language];
	const details = link ?? [...choices(field, language), ...modes(field, language)].join(space);
	return [sentence(field.description, language), details, whenShown(field, siblings, language)]
		.filter((text) => text !== '')
		.join(space);
}

function choices(field: INodeProperties, language: Language): string[] {
	return choicesOf(field).map(({ name, description }) =>
		description === undefined
			? `**${name}**.`
			: `**${name}**${WORDS[language].colon}${sentence(description, language)}`,
	);
}

function choicesOf({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	return type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];
}

function modes(field: INodeProperties, language: Language): string[] {
	return (field.modes ?? [])
		.filter((mode): mode is INodePropertyMode & { hint: string } => mode.hint !== undefined)
		.map(
			({ displayName, hint }) =>
				`**${displayName}**${WORDS[language].colon}${sentence(hint, language)}`,
		);
}

/** The fields that decide whether it is shown, apart from those that choose the operation. */
function whenShown(
	field: INodeProperties,
	siblings: readonly INodeProperties[],
	language: Language,
): string {
	const words = WORDS[language];
	return Object.entries(field.displayOptions?.show ?? {})
		.flatMap(([name, values = []]) => {
			const other = siblings.find((sibling) => sibling.name === name);
			if (other === undefined) return [];
			const texts = (values as unknown[]).map((value) => valueText(other, value, language));
			return [words.shown(other.displayName, texts.join(words.or))];
		})
		.join(words.space);
}

/** What the node says, in that language and as a sentence; empty where it says nothing. */
export function sentence(text: string | undefined, language: Language): string {
	if (text === undefined) return '';
	const words = language === 'zh' ? fieldInChinese(text) : text;
	return markCode(/[.。]$/.test(words) ? words : `${words}${language === 'zh' ? '。' : '.'}`);
}

/** Names of Feishu's fields, expressions and JSON in code style: Markdown would read their underscores. */
function markCode(text: string): string {
	return text.replace(CODE, '`$&`');
}

const CODE = /\{\{.*?\}\}|\{ ".*\}|[A-Za-z0-9][\w.:]*_[\w.:]*\w/g;
