import { rm } from "node:fs/promises";
import { removeContainers } from "./containers.ts";
import { removeImages } from "./images.ts";

const containers = new Set<string>();
const images = new Set<string>();
const folders = new Set<string>();
let count = 0;

/** A new name for a container, which is removed when the tests of the file have ended, even if they failed. */
export function nameContainer(): string {
	const name = makeName();
	containers.add(name);
	return name;
}

/** A new name for an image, which is removed at the same time. */
export function nameImage(): string {
	return removeImageAtEnd(makeName());
}

/** Removes an image at the same time. @returns its name */
export function removeImageAtEnd(image: string): string {
	images.add(image);
	return image;
}

/** Removes a folder at the same time. @returns its path */
export function removeFolderAtEnd(folder: string): string {
	folders.add(folder);
	return folder;
}

/** Removes everything that was named here: containers first, because an image in use cannot be removed. */
export async function removeLeftovers(): Promise<void> {
	await removeContainers(...containers);
	if (images.size > 0) await removeImages(...images);
	for (const folder of folders) await rm(folder, { recursive: true, force: true });
	for (const names of [containers, images, folders]) names.clear();
}

/** Runs at the same time share an engine, and differ by their process IDs. */
function makeName(): string {
	count += 1;
	return `pidone-e2e-${process.pid}-${count}`;
}
