/** n8n's own HTTP interface, as its editor uses it, signed in as the owner. */

/** The owner of a fresh n8n. Nobody but this machine reaches it. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olivia',
	lastName: 'Owner',
	password: 'Onboarding-2099',
};

/** Who signs in. */
export interface Login {
	email: string;
	password: string;
}

/** A signed-in session. Each call returns the reply's `data` and throws on a refusal. */
export interface N8nApi {
	/** The session's cookie, `n8n-auth=…`. */
	readonly cookie: string;
	get<T>(path: string): Promise<T>;
	post<T>(path: string, body: unknown): Promise<T>;
	patch<T>(path: string, body: unknown): Promise<T>;
	delete<T>(path: string): Promise<T>;
}

/** Creates the owner of a fresh n8n and signs in; signs in where the owner is there already. */
export async function signIn(url: string): Promise<N8nApi> {
	const created = await send(url, 'POST', '/rest/owner/setup', OWNER);
	return created.ok ? await sessionOf(url, created) : await signInAs(url, OWNER);
}

/** Signs in to an n8n that has this owner. */
export async function signInAs(url: string, { email, password }: Login): Promise<N8nApi> {
	const login = { emailOrLdapLoginId: email, password };
	return await sessionOf(url, await send(url, 'POST', '/rest/login', login));
}

async function sessionOf(url: string, reply: Response): Promise<N8nApi> {
	const cookie = reply.headers.get('set-cookie')?.split(';')[0];
	if (!reply.ok || cookie === undefined) {
		throw new Error(`n8n let nobody in: ${reply.status} ${await reply.text()}`);
	}
	const call = async <T>(method: string, path: string, body?: unknown) =>
		await dataOf<T>(await send(url, method, `/rest${path}`, body, cookie));
	return {
		cookie,
		get: async (path) => await call('GET', path),
		post: async (path, body) => await call('POST', path, body),
		patch: async (path, body) => await call('PATCH', path, body),
		delete: async (path) => await call('DELETE', path),
	};
}

async function send(
	url: string,
	method: string,
	path: string,
	body?: unknown,
	cookie?: string,
): Promise<Response> {
	return await fetch(url + path, {
		method,
		headers: {
			...(body === undefined ? {} : { 'content-type': 'application/json' }),
			...(cookie === undefined ? {} : { cookie }),
		},
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
}

async function dataOf<T>(reply: Response): Promise<T> {
	const text = await reply.text();
	if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}: ${text.slice(0, 1_000)}`);
	const body = JSON.parse(text) as { data: T };
	return body.data;
}
