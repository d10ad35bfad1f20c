import { UserError } from "../core/user-error.ts";

/** A mistake in an option of the command line: the option, its value as given, what is wrong with it. */
export function optionError(option: string, value: string, why: string, options?: ErrorOptions): UserError {
	return new UserError(`${option} ${value === "" ? '""' : value}: ${why}`, options);
}
