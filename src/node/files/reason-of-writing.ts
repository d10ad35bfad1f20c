import { UserError } from "../../core/user-error.ts";
import { reasonOf } from "./read-source.ts";

const REASONS: Readonly<Record<string, string>> = {
	EACCES: "permission is denied",
	EPERM: "permission is denied",
	EEXIST: "a part of its path is not a folder",
	ENOTDIR: "a part of its path is not a folder",
	ENAMETOOLONG: "its name is too long",
};

/** Why a file cannot be written, in words. */
export function reasonOfWriting(error: unknown): string {
	if (error instanceof UserError) return error.message;
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return REASONS[code] ?? reasonOf(error);
}
