import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The directories to search for programs, including those of system programs, which a user's PATH may lack. */
export const searchPath = [
	...(process.env.PATH ?? "").split(delimiter),
	"/usr/sbin",
	"/usr/bin",
	"/sbin",
	"/bin",
].filter((folder) => canRun(folder));

/** The path of a program that is installed here; `undefined` if it is not installed. */
export const findProgram = (name: string): string | undefined =>
	searchPath.map((folder) => join(folder, name)).find(isExecutable);

const isExecutable = (path: string): boolean => canRun(path) && statSync(path).isFile();

// A folder that may not be searched would turn "not found" into "permission denied".
function canRun(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
