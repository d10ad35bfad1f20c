import type { LayerEntry } from "./layer-entry.ts";
import { LayerError } from "./layer-error.ts";

/** A file of an image, as far as it is known. */
export type ImageFile = Pick<Extract<LayerEntry, { readonly kind: "file" }>, "isExecutable" | "isEmpty" | "text">;

interface Directory {
	readonly kind: "directory";
	readonly children: Map<string, Node>;
}

type Node = Directory | { readonly kind: "symlink"; readonly target: string } | ({ readonly kind: "file" } & ImageFile);

/** Linux follows no more links in a path. */
const MAX_LINKS = 40;
/** An image of a million files takes ten million. */
const MAX_STEPS = 100_000_000;

/** The files of an image, unpacked in memory as a builder unpacks its layers to disk (containerd: archive/tar.go). */
export class FileTree {
	readonly #root: Directory = makeDirectory();
	/** What is left of them: links can make short paths long. */
	#steps = MAX_STEPS;

	/**
	 * Unpacks a layer on top of those before it. Its whiteouts hide nothing of its own, wherever in it they are
	 * (opencontainers/image-spec: layer.md).
	 */
	apply(entries: readonly LayerEntry[]): void {
		for (const entry of entries) if (entry.kind === "whiteout" || entry.kind === "opaque") this.#remove(entry);
		for (const entry of entries) if (entry.kind !== "whiteout" && entry.kind !== "opaque") this.#add(entry);
	}

	/** The file at a path, all links followed inside of the image; undefined where there is none. */
	find(path: string): ImageFile | undefined {
		const node = this.#walk(splitPath(path), { isCreating: false, isFollowing: true });
		return node?.kind === "file" ? node : undefined;
	}

	#remove({ path, kind }: LayerEntry): void {
		const { folder, base } = splitLast(path);
		const wanted = kind === "opaque" ? splitPath(path) : folder;
		const directory = this.#walk(wanted, { isCreating: false, isFollowing: true });
		if (directory?.kind !== "directory") return;
		if (kind === "opaque") directory.children.clear();
		else directory.children.delete(base);
	}

	#add(entry: LayerEntry): void {
		const { folder, base } = splitLast(entry.path);
		const directory = this.#walk(folder, { isCreating: true, isFollowing: true });
		if (directory?.kind !== "directory") return;
		// A directory is kept, but it takes the place of a link to one.
		if (entry.kind === "directory" && directory.children.get(base)?.kind === "directory") return;
		directory.children.set(base, this.#makeNode(entry));
	}

	#makeNode(entry: LayerEntry): Node {
		if (entry.kind === "symlink") return { kind: "symlink", target: entry.target };
		if (entry.kind === "file") return entry;
		if (entry.kind !== "hard-link") return makeDirectory();
		// What is not kept of the image is no file that counts.
		const target = this.#walk(splitPath(entry.target), { isCreating: false, isFollowing: false });
		return target ?? { kind: "file", isExecutable: false, isEmpty: false };
	}

	#walk(path: readonly string[], { isCreating, isFollowing }: Walk): Node | undefined {
		const way: Way = { trail: [this.#root], rest: path.toReversed(), links: 0 };
		for (let name = way.rest.pop(); name !== undefined; name = way.rest.pop()) {
			this.#spend();
			const node = name === ".." ? leave(way) : childOf(way.trail.at(-1) ?? this.#root, name, isCreating);
			const isAtEnd = way.rest.length === 0;
			if (node?.kind === "directory") way.trail.push(node);
			else if (node?.kind !== "symlink" || (isAtEnd && !isFollowing)) return isAtEnd ? node : undefined;
			else if (!follow(node.target, way)) return undefined;
		}
		return way.trail.at(-1);
	}

	#spend(): void {
		if (--this.#steps < 0) throw new LayerError("the links in its layers lead too far");
	}
}

interface Walk {
	/** Whether to make the directories that are not there. */
	readonly isCreating: boolean;
	/** Whether to follow a link at the end of the path. */
	readonly isFollowing: boolean;
}

/** Where a walk is, and what is left of the path, its end first. */
interface Way {
	readonly trail: Directory[];
	readonly rest: string[];
	links: number;
}

/** The directory above; the root is above itself. */
function leave({ trail }: Way): Directory | undefined {
	trail.length = Math.max(1, trail.length - 1);
	return trail.pop();
}

/** Goes on with where a link leads. False when that is one link too many. */
function follow(target: string, way: Way): boolean {
	if (target.startsWith("/")) way.trail.length = 1;
	way.rest.push(...splitPath(target).toReversed());
	return ++way.links <= MAX_LINKS;
}

function childOf({ children }: Directory, name: string, isCreating: boolean): Node | undefined {
	const known = children.get(name);
	if (known !== undefined || !isCreating) return known;
	const directory = makeDirectory();
	children.set(name, directory);
	return directory;
}

function makeDirectory(): Directory {
	return { kind: "directory", children: new Map() };
}

function splitPath(path: string): string[] {
	return path.split("/").filter((part) => part !== "" && part !== ".");
}

function splitLast(path: string): { readonly folder: readonly string[]; readonly base: string } {
	const parts = splitPath(path);
	return { folder: parts.slice(0, -1), base: parts.at(-1) ?? "" };
}
