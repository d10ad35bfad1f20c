import { UserError } from "../../core/user-error.ts";
import { reasonOf } from "./read-source.ts";

const REASONS: Readonly<Record<string, string>> = {
	EACCES: "permission denied",
	EPERM: "permission denied",
	EEXIST: "a part of its path is not a directory",
	ENOTDIR: "a part of its path is not a directory",
	ENAMETOOLONG: "its name is too long",
};

/** Why a file cannot be written, in words. */
export function reasonOfWriting(error: unknown): string {
	if (error instanceof UserError) return error.message;
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return REASONS[code] ?? reasonOf(error);
}
