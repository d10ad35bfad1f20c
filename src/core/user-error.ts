/** A user's mistake outside of a Dockerfile: on the command line, in a config file, in the file system. Exit code 2. */
export class UserError extends Error {
	override readonly name = "UserError";
	/** The position in the file, if the mistake has one. */
	readonly position: { readonly line: number; readonly column: number } | undefined;

	constructor(message: string, options: ErrorOptions & { readonly position?: UserError["position"] } = {}) {
		super(message, options);
		this.position = options.position;
	}
}
