import { DockerfileParser, type From } from "dockerfile-ast";
import { Util } from "dockerfile-ast/lib/util.js";

// The package's own asks for Node.js's Buffer, which browsers and QuickJS lack; the answer is the same.
Util.isUTF8BOM = (character) => character === "\ufeff";

/** The parts of an image's name in a FROM. */
export interface ImageReference {
	/** Without the default registry and its `library/`: `node`, `bitnami/redis`, `ghcr.io/acme/app`. */
	readonly name: string;
	readonly tag?: string;
	readonly digest?: string;
}

/** Files name the same images again and again, and dockerfile-ast takes a fifth of a rewrite's time. */
const known = new Map<string, ImageReference>();
const MAX_KNOWN = 10_000;

/** Splits an image's name, all variables expanded, into its parts. */
export function parseImageReference(text: string): ImageReference {
	const found = known.get(text);
	if (found !== undefined) return found;
	const reference = splitReference(text);
	if (known.size < MAX_KNOWN) known.set(text, reference);
	return reference;
}

function splitReference(text: string): ImageReference {
	const at = text.indexOf("@");
	const digest = at === -1 ? undefined : text.slice(at + 1);
	const from = readFrom(`FROM ${at === -1 ? text : text.slice(0, at)}`);
	const registry = from?.getRegistry();
	const path = from?.getImageName() ?? text;
	const tag = from?.getImageTag();
	return {
		name: familiarName(registry ? `${registry}/${path}` : path),
		...(tag ? { tag } : {}),
		...(digest ? { digest } : {}),
	};
}

/** dockerfile-ast is right about a FROM that stands alone on one line. */
function readFrom(line: string): From | undefined {
	return DockerfileParser.parse(line).getFROMs()[0];
}

const DEFAULT_REGISTRY = /^(?:(?:index\.|registry-1\.)?docker\.io\/)?(?:library\/)?/;
/** Mirrors of Docker's official images: same images, other names. */
const OFFICIAL_MIRRORS = /^(?:public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/library\/)/;

/** The official images of one architecture, as in `arm64v8/node`. */
const ARCHITECTURE = /^(?:amd64|arm64v8|arm32v[567]|i386|ppc64le|riscv64|s390x)\//;

function familiarName(name: string): string {
	return name.replace(OFFICIAL_MIRRORS, "").replace(DEFAULT_REGISTRY, "").replace(ARCHITECTURE, "");
}
