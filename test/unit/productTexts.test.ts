/** What holds of every source of the product: placeholders, languages, and who touches n8n's request helpers. */
import type { INodeProperties } from 'n8n-workflow';

import { FeishuCoreHrApi } from '../../credentials/FeishuCoreHrApi.credentials';
import { FeishuCoreHrEventsApi } from '../../credentials/FeishuCoreHrEventsApi.credentials';
import { FeishuCoreHr } from '../../nodes/FeishuCoreHr/FeishuCoreHr.node';
import { FeishuCoreHrTrigger } from '../../nodes/FeishuCoreHr/FeishuCoreHrTrigger.node';
import { filesUnder, read } from '../docs/files';

const forms = [
	...new FeishuCoreHr().description.properties,
	...new FeishuCoreHrTrigger().description.properties,
	...new FeishuCoreHrApi().properties,
	...new FeishuCoreHrEventsApi().properties,
];

type Field = Partial<INodeProperties> & Record<string, unknown>;

/** A field, and everything inside it that has a type and may have a placeholder. */
function withInner(field: Field): Field[] {
	const inner = [field.options, field.modes, field.values].flatMap((list) =>
		Array.isArray(list) ? (list as Field[]) : [],
	);
	return [field, ...inner.flatMap(withInner)];
}

/** Collections say what their button adds, lists that something is to be chosen. */
const OF_BUTTONS = ['collection', 'fixedCollection', 'list', 'options', 'multiOptions'];

it('a placeholder in a field to type into is an example: it begins with "e.g."', () => {
	const typed = (forms as Field[])
		.flatMap(withInner)
		.filter(({ placeholder, type }) => placeholder && !OF_BUTTONS.includes(String(type)));
	expect(typed.length).toBeGreaterThan(10);
	expect(typed.filter(({ placeholder }) => !placeholder?.startsWith('e.g. '))).toEqual([]);
});

const CHINESE = /[\u3400-\u9fff]/;

it('Chinese stands in the aliases of a node, and in brackets in a hint', () => {
	const files = [...filesUnder('nodes', ''), ...filesUnder('credentials', '')];
	const lines = files.flatMap((file) =>
		(file.endsWith('.node.json')
			? JSON.stringify({ ...(JSON.parse(read(file)) as object), alias: [] })
			: read(file)
		)
			.split('\n')
			.filter((line) => !/^\s*(\/?\*|\/\/)/.test(line))
			.filter((line) => CHINESE.test(line.replace(/\([^()]*\)/g, '')))
			.map((line) => `${file}: ${line.trim()}`),
	);
	expect(lines).toEqual([]);
});

it('no field that n8n shows has Chinese', () => {
	expect(JSON.stringify(forms)).not.toMatch(CHINESE);
});

/** n8n hands a credential its own helper when it asks for a token, and that is where the exchange is made. */
const OF_CREDENTIALS = 'nodes/FeishuCoreHr/feishu/tokens/credentialToken.ts';

it('n8n’s request helpers are touched in n8n/ and feishu/http/ alone', () => {
	const others = filesUnder('nodes', '.ts').filter(
		(file) =>
			file !== OF_CREDENTIALS &&
			!/^nodes\/FeishuCoreHr\/(n8n|feishu\/http)\//.test(file) &&
			/\bhttpRequest\w*|\brequestWithAuthentication\w*|\bhelpers\.request/.test(read(file)),
	);
	expect(others).toEqual([]);
});
