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

export class CredentialStore extends ICredentialsHelper {
	/** How often n8n has written the credential back. */
	writes = 0;

	/** How often n8n has read the credential. */
	reads = 0;

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
		const data = this.withDefaults();
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
		await this.updateCredentials({ id: null, name: '' }, '', this.toWrite(credentials, output));
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

	/** Since 2.34 n8n writes back only what `preAuthentication` returned. */
	protected toWrite(
		_resolved: ICredentialDataDecryptedObject,
		output: object,
	): ICredentialDataDecryptedObject {
		return { ...this.stored, ...output } as ICredentialDataDecryptedObject;
	}

	/** n8n drops stored fields that the credential type does not declare. */
	private withDefaults(): ICredentialDataDecryptedObject {
		return Object.fromEntries(
			this.type.properties.map(({ name, default: value }) => [name, this.stored[name] ?? value]),
		) as ICredentialDataDecryptedObject;
	}
}

/** n8n up to 2.33: writes the whole resolved credential back. */
export class OldCredentialStore extends CredentialStore {
	protected override toWrite(
		resolved: ICredentialDataDecryptedObject,
	): ICredentialDataDecryptedObject {
		return resolved;
	}
}
