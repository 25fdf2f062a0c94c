/** n8n's credentials helper over an in-memory table: what n8n's server does with its database, rule for rule. */
import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialsExpressionResolveValues,
	type ICredentialType,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

import { pause } from './until';

/** How long a store's database takes to read or to write, in milliseconds. */
let latencyMs = 0;

/** Gives every store of the file, or of a `describe`, a database that takes its time. */
export function useCredentialLatency(ms: number): void {
	beforeEach(() => {
		latencyMs = ms;
	});
	afterEach(() => {
		latencyMs = 0;
	});
}

export class CredentialStore extends ICredentialsHelper {
	/** How often n8n has written the credential back. */
	writes = 0;

	/** How often n8n has read the credential. */
	reads = 0;

	/** Is told before each reading, counted from 1, and may keep it waiting. */
	beforeRead: (nth: number) => Promise<void> | void = () => undefined;

	/** `stored` is the credential as n8n's database holds it, expressions unresolved. */
	constructor(
		private readonly type: ICredentialType,
		public stored: ICredentialDataDecryptedObject,
	) {
		super();
	}

	/** What a user does in the credential form: fields change, hidden ones stay. */
	edit(fields: ICredentialDataDecryptedObject): void {
		this.stored = { ...this.stored, ...fields };
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_nodeCredentials: INodeCredentialsDetails,
		_type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		_raw?: boolean,
		resolve?: ICredentialsExpressionResolveValues,
	): Promise<ICredentialDataDecryptedObject> {
		this.reads += 1;
		await this.beforeRead(this.reads);
		const data = this.withDefaults(await this.load());
		if (resolve?.runExecutionData == null) return data;
		return resolve.workflow.expression.getParameterValue(
			data as never,
			resolve.runExecutionData,
			resolve.runIndex,
			resolve.itemIndex,
			resolve.node.name,
			resolve.connectionInputData,
			mode,
			{},
			executeData,
		) as unknown as ICredentialDataDecryptedObject;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		const expirable = this.type.properties.find(
			({ type, typeOptions }) => type === 'hidden' && typeOptions?.expirable === true,
		);
		if (expirable === undefined || this.type.preAuthentication === undefined) return undefined;
		if (credentials[expirable.name] !== '' && !credentialsExpired) return undefined;
		const output = await this.type.preAuthentication.call(helpers, credentials);
		if (output[expirable.name] === undefined) return undefined;
		if (node.credentials === undefined) return undefined;
		Object.assign(credentials, output);
		const toWrite = await this.toWrite(credentials, output);
		await this.updateCredentials({ id: null, name: '' }, '', toWrite);
		return credentials;
	}

	async runPreAuthentication(): Promise<ICredentialDataDecryptedObject | undefined> {
		throw new Error('Not part of a node execution');
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		if (typeof this.type.authenticate !== 'function') throw new Error('authenticate is a function');
		return await this.type.authenticate(credentials, requestOptions);
	}

	async updateCredentials(
		_nodeCredentials: INodeCredentialsDetails,
		_type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		this.writes += 1;
		if (latencyMs > 0) await pause(latencyMs);
		this.stored = structuredClone(data);
	}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Not part of a node execution');
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		throw new Error('Not an OAuth credential');
	}

	/** Since 2.34 n8n reads once more and writes only what `preAuthentication` returned into it. */
	protected async toWrite(
		_resolved: ICredentialDataDecryptedObject,
		output: object,
	): Promise<ICredentialDataDecryptedObject> {
		return { ...(await this.load()), ...output } as ICredentialDataDecryptedObject;
	}

	/** What stands in the database by the time that it answers. */
	private async load(): Promise<ICredentialDataDecryptedObject> {
		if (latencyMs > 0) await pause(latencyMs);
		return this.stored;
	}

	/** n8n drops stored fields that the credential type does not declare. */
	private withDefaults(stored: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject {
		return Object.fromEntries(
			this.type.properties.map(({ name, default: value }) => [name, stored[name] ?? value]),
		) as ICredentialDataDecryptedObject;
	}
}

/** n8n up to 2.33: writes the whole resolved credential back. */
export class OldCredentialStore extends CredentialStore {
	protected override async toWrite(
		resolved: ICredentialDataDecryptedObject,
	): Promise<ICredentialDataDecryptedObject> {
		return resolved;
	}
}
