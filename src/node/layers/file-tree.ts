import type { LayerEntry } from "./layer-entry.ts";
import { LayerError } from "./layer-error.ts";

/** A file in an image, with what is known about it. */
export type ImageFile = Pick<Extract<LayerEntry, { readonly kind: "file" }>, "isExecutable" | "isEmpty" | "text">;

interface Directory {
	readonly kind: "directory";
	readonly children: Map<string, Node>;
}

type Node = Directory | { readonly kind: "symlink"; readonly target: string } | ({ readonly kind: "file" } & ImageFile);

/** Linux follows no more links in a path. */
const MAX_LINKS = 40;
/** An image with a million files needs ten million steps. */
const MAX_STEPS = 100_000_000;

/** The files of an image, unpacked in memory as a builder unpacks its layers to disk (containerd: archive/tar.go). */
export class FileTree {
	readonly #root: Directory = makeDirectory();
	/** The steps that are left: links can make short paths long. */
	#steps = MAX_STEPS;

	/**
	 * Unpacks a layer on top of the earlier ones. Its whiteouts do not affect its own files, wherever they are in it
	 * (opencontainers/image-spec: layer.md).
	 */
	apply(entries: readonly LayerEntry[]): void {
		for (const entry of entries) if (entry.kind === "whiteout" || entry.kind === "opaque") this.#remove(entry);
		for (const entry of entries) if (entry.kind !== "whiteout" && entry.kind !== "opaque") this.#add(entry);
	}

	/** The file at a path, following links within the image; undefined if there is none. */
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
		// An existing directory stays, but a link to one is replaced.
		if (entry.kind === "directory" && directory.children.get(base)?.kind === "directory") return;
		directory.children.set(base, this.#makeNode(entry));
	}

	#makeNode(entry: LayerEntry): Node {
		if (entry.kind === "symlink") return { kind: "symlink", target: entry.target };
		if (entry.kind === "file") return entry;
		if (entry.kind !== "hard-link") return makeDirectory();
		// Files that were not kept do not matter.
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
	/** Whether to create missing directories. */
	readonly isCreating: boolean;
	/** Whether to follow a link at the end of the path. */
	readonly isFollowing: boolean;
}

/** The position of a walk, and the rest of the path in reverse order. */
interface Way {
	readonly trail: Directory[];
	readonly rest: string[];
	links: number;
}

/** The parent directory; the root is its own parent. */
function leave({ trail }: Way): Directory | undefined {
	trail.length = Math.max(1, trail.length - 1);
	return trail.pop();
}

/** Continues at the target of a link; false after too many links. */
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
