import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { templates as builtIn } from "../../core/install/templates.ts";
import { UserError } from "../../core/user-error.ts";

const SUFFIX = ".Dockerfile";

/**
 * Reads a folder of install templates. Throws UserError for an unreadable folder and for a file that is not the name of
 * a template.
 */
export function readTemplates(folder: string): Record<string, string> {
	try {
		const files = readdirSync(folder).filter((file) => file.endsWith(SUFFIX));
		const unknown = files.find((file) => !Object.hasOwn(builtIn, file.slice(0, -SUFFIX.length)));
		if (unknown !== undefined) {
			throw new UserError(
				`${join(folder, unknown)}: unknown template: the names are ${Object.keys(builtIn).join(", ")}`,
			);
		}
		return Object.fromEntries(
			files.map((file) => [file.slice(0, -SUFFIX.length), readFileSync(join(folder, file), "utf8")]),
		);
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw new UserError(
			`${folder}: the templates cannot be read (${error instanceof Error ? error.message : String(error)})`,
			{ cause: error },
		);
	}
}
