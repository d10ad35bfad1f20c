import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";

/** The unified diff of a Dockerfile's change, exactly: a patch. */
export function diffOf(path: string, before: string, after: string): string {
	const name = path === "-" ? "Dockerfile" : path.replace(/^\/+/, "");
	return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
		context: 3,
		headerOptions: FILE_HEADERS_ONLY,
	});
}
