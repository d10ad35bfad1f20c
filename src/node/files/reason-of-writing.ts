import { UserError } from "../../core/user-error.ts";
import { errorCode } from "../error-code.ts";
import { reasonOf } from "./read-source.ts";

const REASONS: Readonly<Record<string, string>> = {
	EPERM: "permission denied",
	EEXIST: "a part of its path is not a directory",
	ENOTDIR: "a part of its path is not a directory",
	ENAMETOOLONG: "its name is too long",
};

/** Why a file cannot be written, in words. */
export function reasonOfWriting(error: unknown): string {
	if (error instanceof UserError) return error.message;
	const code = errorCode(error) ?? "";
	return REASONS[code] ?? reasonOf(error);
}
