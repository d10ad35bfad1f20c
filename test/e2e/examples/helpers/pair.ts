import { basename } from "node:path";
import { removeContainers, startContainer } from "../../helpers/containers.ts";
import { copyFolder, removeFolders, rewriteFolder } from "../../helpers/copies.ts";
import { buildImage, removeImages } from "../../helpers/images.ts";
import { needImage } from "../../helpers/need-image.ts";

/** An image, and a container that runs it. */
interface Running {
	readonly image: string;
	readonly container: string;
}

/** The same Dockerfile, built unchanged and rewritten, with a running container for each. */
export interface Pair {
	readonly before: Running;
	readonly after: Running;
	/** Removes the containers, the images and the copies. */
	readonly remove: () => Promise<void>;
}

/**
 * Builds two copies of a folder with a Dockerfile, one unchanged and one rewritten by pidone, and starts both. `bases`
 * are the base images that the Dockerfile needs.
 */
export async function buildBeforeAndAfter(
	folder: string,
	bases: readonly string[],
	flags: readonly string[],
): Promise<Pair> {
	await needImage(...bases);
	const name = `pidone-e2e-examples-${basename(folder)}`;
	const images = [`${name}-before`, `${name}-after`] as const;
	const copies = [copyFolder(folder), copyFolder(folder)] as const;
	const containers: string[] = [];
	const remove = async () => {
		await removeContainers(...containers);
		await removeImages(...images);
		removeFolders(...copies);
	};
	const run = async (index: 0 | 1): Promise<Running> => {
		await buildImage(copies[index], images[index], ...flags);
		const container = await startContainer(images[index]);
		containers.push(container);
		return { image: images[index], container };
	};
	try {
		await rewriteFolder(copies[1]);
		return { before: await run(0), after: await run(1), remove };
	} catch (error) {
		await remove();
		throw error;
	}
}
