/**
 * A mistake of the user's outside of a Dockerfile: on the command line, in a config file, in the file system. Exit code
 * 2.
 */
export class UserError extends Error {
	override readonly name = "UserError";
	/** Where in the file the mistake is, when it has a place there. */
	readonly position: { readonly line: number; readonly column: number } | undefined;

	constructor(message: string, options: ErrorOptions & { readonly position?: UserError["position"] } = {}) {
		super(message, options);
		this.position = options.position;
	}
}
