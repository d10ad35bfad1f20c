import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { removeFolderAtEnd } from "../../helpers/leftovers.ts";

/** Contents by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with files in it, which is removed when the tests of the file have ended. */
export function makeFolder(files: Files): string {
	const folder = removeFolderAtEnd(realpathSync(mkdtempSync(join(tmpdir(), "pidone-e2e-frontend-"))));
	for (const [path, contents] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), contents);
	}
	return folder;
}
