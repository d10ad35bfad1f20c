import type { ImageAnswer } from "../analysis/known-images.ts";
import { PACKAGE_MANAGERS } from "../images/package-manager.ts";
import type { RewriteOptions } from "./options.ts";
import { flag, listOf, mapOf, method, objectOf, objectOr, oneOf, refuse, type Shape, text } from "./shapes.ts";

const texts = listOf(text);

const textsOrVaries: Shape = (value, place) => {
	if (value !== "varies") texts(value, place);
};

const declaration: Readonly<Record<string, Shape>> = {
	entrypoint: texts,
	cmd: textsOrVaries,
	user: text,
	shell: textsOrVaries,
	stopSignal: text,
	env: texts,
	onBuild: texts,
	mustBePid1: text,
	source: text,
};
const image = objectOf({ ...declaration, images: texts, tags: texts, distro: objectOr(mapOf(text), text) }, ["images"]);
const files = objectOf({
	version: text,
	hasShell: flag,
	libc: oneOf("glibc", "musl", "none"),
	packageManager: oneOf("none", ...PACKAGE_MANAGERS),
	downloader: oneOf("curl", "wget", "none"),
	hasCertificates: flag,
	hasPip: flag,
});
/** What sources have answered about an image, by kind. */
const answers: Readonly<Record<ImageAnswer["kind"], Shape>> = {
	known: objectOf({ kind: text, image: objectOf({ ...declaration, distro: text, files }, ["source"]) }, ["image"]),
	"no-platform": objectOf({ kind: text, available: texts }, ["available"]),
	unknown: objectOf({ kind: text, reason: text }, ["reason"]),
	part: objectOf({ kind: text, reason: text }, ["reason"]),
};
const knownImages = mapOf(mapOf(answer));
const result = objectOf({
	entrypoint: texts,
	cmd: texts,
	user: text,
	shell: texts,
	stopSignal: text,
	distro: text,
	files,
	mustBePid1: text,
});

/** The type of every option. Only `check` uses `levels`; `rewrite` and `explain` accept and ignore it. */
const options: Readonly<Record<keyof RewriteOptions | "levels", Shape>> = {
	anyBase: image,
	bases: listOf(image),
	buildArgs: mapOf(text),
	buildPlatform: text,
	commandShell: texts,
	contexts: mapOf(text),
	entrypointPath: text,
	evenWithFrontend: flag,
	exec: flag,
	inherited: flag,
	inheritedOption: text,
	images: knownImages,
	init: text,
	initOptions: texts,
	inspectContextFile: method,
	install: text,
	keepLines: flag,
	keepRewritten: flag,
	levels: mapOf(oneOf("error", "warning", "note", "off")),
	lockCommand: text,
	mirrors: mapOf(text),
	otherTargets: texts,
	pidoneInstall: text,
	platforms: texts,
	readContextFile: method,
	registryAliases: mapOf(text),
	replace: flag,
	results: mapOf(objectOr(result, text)),
	source: text,
	target: text,
	templates: mapOf(text),
};

function answer(value: unknown, place: string): void {
	const kind: unknown = typeof value === "object" && value !== null && "kind" in value ? value.kind : undefined;
	const shape = Object.entries(answers).find(([name]) => name === kind)?.[1];
	if (shape === undefined)
		refuse(place, value, `must be an object whose kind is one of ${Object.keys(answers).join(", ")}`);
	shape(value, place);
}

const checkShape = objectOf(options);

/**
 * Throws TypeError for an argument of the wrong type or an unknown option, and names it and its value: in JavaScript,
 * no compiler reports them. `checkOptions` checks what the values mean.
 */
export function checkArguments(dockerfile: unknown, given: unknown = {}): void {
	text(dockerfile, "the text of the Dockerfile");
	checkShape(given, "");
}

/** Throws TypeError for a value that does not have the type of the option `images`; `place` is where it is. */
export function checkKnownImages(value: unknown, place: string): void {
	knownImages(value, place);
}
