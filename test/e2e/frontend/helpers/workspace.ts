import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { removeImages } from "../../helpers/images.ts";

/** Contents by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const folders = new Set<string>();
const images = new Set<string>();

afterAll(async () => {
	if (images.size > 0) await removeImages(...images);
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with files in it, which goes away when the tests of the file have ended. */
export function makeFolder(files: Files): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "pidone-e2e-frontend-")));
	folders.add(folder);
	for (const [path, contents] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), contents);
	}
	return folder;
}

/** A new name for an image, which is removed likewise. The process's number keeps runs at the same time apart. */
export function nameImage(): string {
	return removeAtEnd(`pidone-e2e-frontend-${process.pid}-${images.size}`);
}

/** Has an image of that name removed likewise, and gives the name. */
export function removeAtEnd(image: string): string {
	images.add(image);
	return image;
}
