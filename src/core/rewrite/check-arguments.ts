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
});
/** What was found out of an image, by kind. */
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

/** The type of every option. `levels` is for `check` alone; the others take the same options, and leave it alone. */
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
 * Throws TypeError for an argument of the wrong type, and for an option that does not exist, naming it and its value:
 * who writes JavaScript has no compiler to say so. What the values mean is checked by `checkOptions`.
 */
export function checkArguments(dockerfile: unknown, given: unknown = {}): void {
	text(dockerfile, "the text of the Dockerfile");
	checkShape(given, "");
}

/** Throws TypeError for what is not the option `images`, naming its place below `place`. */
export function checkKnownImages(value: unknown, place: string): void {
	knownImages(value, place);
}
