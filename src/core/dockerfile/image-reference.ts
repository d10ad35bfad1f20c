import { DockerfileParser } from "dockerfile-ast";
import { Util } from "dockerfile-ast/lib/util.js";

// The package's own check uses Node.js's Buffer, which browsers and QuickJS lack; the result is the same.
Util.isUTF8BOM = (character) => character === "\ufeff";

/** The parts of an image's name in a FROM. */
export interface ImageReference {
	/** Without the default registry and its `library/`: `node`, `bitnami/redis`, `ghcr.io/acme/app`. */
	readonly name: string;
	readonly tag?: string;
	readonly digest?: string;
}

/** Files name the same images over and over, and dockerfile-ast takes a fifth of a rewrite's time. */
const known = new Map<string, ImageReference>();
const MAX_KNOWN = 2000;

/** Splits an image's name, all variables expanded, into its parts. */
export function parseImageReference(text: string): ImageReference {
	const found = known.get(text);
	if (found !== undefined) return found;
	const reference = splitReference(text);
	if (known.size < MAX_KNOWN) known.set(text, reference);
	return reference;
}

/**
 * A name with a tag at most, and without a port: its only colon precedes the tag. Most names are like this, and
 * dockerfile-ast takes 2 ms for the first of them.
 */
const PLAIN = /^([a-z\d]+(?:[._/-]+[a-z\d]+)*)(?::(\w[\w.-]*))?$/;

function splitReference(text: string): ImageReference {
	const [, plain, plainTag] = PLAIN.exec(text) ?? [];
	if (plain !== undefined) return { name: familiarName(plain), ...(plainTag === undefined ? {} : { tag: plainTag }) };
	const at = text.indexOf("@");
	const digest = at === -1 ? undefined : text.slice(at + 1);
	// dockerfile-ast reads a FROM correctly if it is on a line of its own.
	const [from] = DockerfileParser.parse(`FROM ${at === -1 ? text : text.slice(0, at)}`).getFROMs();
	const registry = from?.getRegistry();
	const path = from?.getImageName() ?? text;
	const tag = from?.getImageTag();
	return {
		name: familiarName(registry ? `${registry}/${path}` : path),
		...(tag ? { tag } : {}),
		...(digest ? { digest } : {}),
	};
}

/**
 * Docker Hub's own names (distribution/reference: normalize.go), and mirrors that have its images under other names.
 */
const DOCKER_HUB = [
	"docker.io/",
	"index.docker.io/",
	"registry-1.docker.io/",
	"registry.hub.docker.com/",
	"mirror.gcr.io/",
	"public.ecr.aws/docker/",
	"mcr.microsoft.com/mirror/docker/",
	"docker.m.daocloud.io/",
];
/** A mirror of many registries, whose names follow its own (github.com/DaoCloud/public-image-mirror). */
const MANY_REGISTRIES = "m.daocloud.io/";
/** GitLab's proxy of Docker Hub, which every group has (docs.gitlab.com: Dependency proxy for container images). */
const GITLAB_PROXY = "/dependency_proxy/containers/";

/** The official images of one architecture, as in `arm64v8/node`. */
const ARCHITECTURE = /^(?:amd64|arm64v8|arm32v[567]|i386|mips64le|ppc64le|riscv64|s390x)\//;

function familiarName(name: string): string {
	return withoutHub(name)
		.replace(/^library\//, "")
		.replace(ARCHITECTURE, "");
}

function withoutHub(name: string): string {
	if (name.startsWith(MANY_REGISTRIES)) return withoutHub(name.slice(MANY_REGISTRIES.length));
	const hub = DOCKER_HUB.find((prefix) => name.startsWith(prefix));
	if (hub !== undefined) return name.slice(hub.length);
	const proxy = name.indexOf(GITLAB_PROXY);
	return proxy === -1 ? name : name.slice(proxy + GITLAB_PROXY.length);
}
