import { rm } from "node:fs/promises";
import { afterAll } from "vitest";
import { docker } from "../../helpers/engine.ts";

const containers = new Set<string>();
const images = new Set<string>();
const folders = new Set<string>();
let count = 0;

afterAll(async () => {
	// An image goes only when no container uses it. What is gone already is no error to `--force`.
	if (containers.size > 0) await docker("rm", "--force", "--volumes", ...containers);
	if (images.size > 0) await docker("rmi", "--force", ...images);
	for (const folder of folders) await rm(folder, { recursive: true });
});

/** A new name for a container, which is removed when the tests of the file have ended, also when they have failed. */
export const nameContainer = (): string => remember(containers);

/** A new name for an image, which is removed likewise. */
export const nameImage = (): string => remember(images);

/** Has a folder removed likewise, and returns it. */
export const removeAtEnd = (folder: string): string => {
	folders.add(folder);
	return folder;
};

const remember = (names: Set<string>): string => {
	count += 1;
	// The process's number keeps runs at the same time apart, on one engine.
	const name = `pidone-e2e-containers-${process.pid}-${count}`;
	names.add(name);
	return name;
};
