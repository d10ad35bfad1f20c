import type { Definition } from "./gen/ops.ts";
import { source } from "./llb.ts";
import type { Request } from "./request.ts";

/** Some files in a folder of the client. */
export interface LocalFiles {
	/** The client's name for the folder. */
	readonly folder: string;
	/** Links among them are followed. */
	readonly paths: readonly string[];
	/** What BuildKit shows. */
	readonly title: string;
	/** BuildKit keeps the files under this hint, so that the client sends only the difference next time. */
	readonly hint: string;
}

/** The definition of files that the client sends (moby/buildkit: client/llb/source.go, Local). */
export function localSource(
	{ folder, paths, title, hint }: LocalFiles,
	{ options, sessionId }: Pick<Request, "options" | "sessionId">,
): Definition {
	return source(title, `local://${folder}`, {
		"local.session": options[`local-sessionid:${folder}`] ?? sessionId,
		"local.followpaths": toGoJson(paths),
		"local.sharedkeyhint": hint,
		"local.differ": "none",
	});
}

/** JSON as Go writes it (encoding/json: HTMLEscape). */
function toGoJson(value: unknown): string {
	return JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}
