import { rm } from "node:fs/promises";
import { removeContainers } from "./containers.ts";
import { removeImages } from "./images.ts";

const containers = new Set<string>();
const images = new Set<string>();
const folders = new Set<string>();
let count = 0;

/** A new name for a container, which is removed when the tests of the file have ended, also when they have failed. */
export function nameContainer(): string {
	const name = makeName();
	containers.add(name);
	return name;
}

/** A new name for an image, which is removed likewise. */
export function nameImage(): string {
	return removeImageAtEnd(makeName());
}

/** Has an image of that name removed likewise, and gives the name. */
export function removeImageAtEnd(image: string): string {
	images.add(image);
	return image;
}

/** Has a folder removed likewise, and gives its path. */
export function removeFolderAtEnd(folder: string): string {
	folders.add(folder);
	return folder;
}

/** Removes all that was named here; an image goes only when no container uses it. */
export async function removeLeftovers(): Promise<void> {
	await removeContainers(...containers);
	if (images.size > 0) await removeImages(...images);
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
	for (const names of [containers, images, folders]) names.clear();
}

/** The process's number keeps runs at the same time apart, on one engine. */
function makeName(): string {
	count += 1;
	return `pidone-e2e-${process.pid}-${count}`;
}
