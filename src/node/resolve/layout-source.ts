import { resolve as resolvePath } from "node:path";
import { type ImageReference, parseImageReference } from "../../core/dockerfile/image-reference.ts";
import { listNames } from "../list-names.ts";
import { ImageContentError } from "./image-content-error.ts";
import type { ImageSource, Resolution } from "./image-source.ts";
import { LayoutError } from "./layout-error.ts";
import { type LayoutFiles, openLayout } from "./layout-files.ts";
import { type LayoutImage, listLayoutImages, readLayoutImage } from "./layout-images.ts";

/** An image layout that the user names. */
export interface GivenLayout {
	/** A folder or an archive, as the user wrote it. */
	readonly path: string;
	/** The image that it contains, if its own names do not say so. */
	readonly image?: string;
}

/** An image in an OCI layout, as BuildKit names it in a named context (docker/buildx: build/opt.go). */
const LAYOUT_CONTEXT = /^oci-layout:\/\/(?<path>[^@]+?)(?::(?<tag>\w[\w.-]*))?(?:@(?<digest>.+))?$/;

/**
 * Reads images from OCI layouts and archives of `docker save`: the given ones, and those that a named context refers to
 * as `oci-layout://…`. Opens each once.
 * @param cwd the base of relative paths
 */
export function makeLayoutSource(layouts: readonly GivenLayout[], cwd: string): ImageSource {
	const opened = new Map<string, Promise<LayoutFiles>>();
	const open = (path: string): Promise<LayoutFiles> => {
		const files = opened.get(path) ?? openLayout(resolvePath(cwd, path));
		opened.set(path, files);
		return files;
	};
	const look = async (path: string, choose: Choose, platform: string): Promise<Resolution> => {
		try {
			const files = await open(path);
			const images = listLayoutImages(files);
			const image = choose(images);
			return image === undefined
				? { kind: "unknown", reason: describeOthers(path, images) }
				: describeIn(path, await readLayoutImage(files, image, platform));
		} catch (error) {
			if (error instanceof ImageContentError) return describeIn(path, { kind: "unknown", reason: error.message });
			if (!(error instanceof LayoutError)) throw error;
			return { kind: "unknown", reason: `${path} ${error.message}` };
		}
	};
	return {
		name: "layout",
		resolve: async (reference, platform) => {
			const named = LAYOUT_CONTEXT.exec(reference)?.groups;
			if (named?.path !== undefined) return look(named.path, chooseNamed(named), platform);
			const wanted = parseImageReference(reference);
			let reasons = "";
			for (const layout of layouts) {
				const answer = await look(layout.path, (images) => chooseWanted(images, wanted, layout), platform);
				if (answer.kind !== "unknown") return answer;
				reasons += `${reasons === "" ? "" : ", and "}${answer.reason}`;
			}
			return { kind: "unknown", reason: reasons === "" ? "no --layout applies to it" : reasons };
		},
	};
}

type Choose = (images: readonly LayoutImage[]) => LayoutImage | undefined;

function chooseNamed({ tag = "latest", digest }: Readonly<Record<string, string | undefined>>): Choose {
	return (images) => images.find((image) => (digest === undefined ? image.tag === tag : image.digest === digest));
}

function chooseWanted(
	images: readonly LayoutImage[],
	wanted: ImageReference,
	{ image: holds }: GivenLayout,
): LayoutImage | undefined {
	const { name, tag = "latest", digest } = wanted;
	if (digest !== undefined) return images.find((image) => image.digest === digest);
	const named = images.find(({ names }) => names.map(readStoredName).some((each) => isSame(each, wanted)));
	if (named !== undefined || holds === undefined) return named;
	const held = parseImageReference(holds);
	if (held.name !== name || (held.tag !== undefined && held.tag !== tag)) return undefined;
	return images.find((image) => image.tag === tag) ?? (images.length === 1 ? images[0] : undefined);
}

/** Podman and buildah name what they build `localhost/NAME`, and find it as NAME. */
function readStoredName(name: string): ImageReference {
	return parseImageReference(name.replace(/^localhost\//, ""));
}

function isSame(left: ImageReference, right: ImageReference): boolean {
	return left.name === right.name && (left.tag ?? "latest") === (right.tag ?? "latest");
}

function describeIn(path: string, answer: Resolution): Resolution {
	if (answer.kind === "unknown") return { ...answer, reason: `in ${path}, ${answer.reason}` };
	return answer.kind === "known" ? { ...answer, from: path } : answer;
}

function describeOthers(path: string, images: readonly LayoutImage[]): string {
	const names = images.map((image) => image.names[0] ?? image.tag ?? "an image without a name");
	const has = names.length === 0 ? "no image" : listNames(names);
	const isNamed = images.some((image) => image.names.length > 0);
	const remedy = names.length === 0 || isNamed ? "" : `; say which image that is with --layout IMAGE=${path}`;
	return `${path} does not have it, but ${has}${remedy}`;
}
