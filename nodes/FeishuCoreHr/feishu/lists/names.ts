/** Reads the two shapes in which Feishu writes a name: `[{lang, value}]` and `{zh_cn, en_us}`. */
import { readObject } from '../http/reply';

/** The names in all languages, English first, each once. Any language may be missing. */
export function readNames(value: unknown): string[] {
	const byLanguage = Array.isArray(value)
		? Object.fromEntries(
				value.map((entry: unknown) => {
					const { lang, value: name } = readObject(entry);
					return [lang, name] as const;
				}),
			)
		: readObject(value);
	const { en_us: en, zh_cn: zh, 'en-US': english, 'zh-CN': chinese, ...others } = byLanguage;
	const names = [english, en, chinese, zh, ...Object.values(others)];
	return [...new Set(names.filter(isName))];
}

function isName(name: unknown): name is string {
	return typeof name === 'string' && name.trim() !== '';
}
