import { execa } from "execa";
import { parseImageReference } from "../../core/dockerfile/image-reference.ts";
import { isObject, type JsonObject, parseInspection, textOf, textsOf } from "../json.ts";
import { optionError } from "../option-error.ts";
import { engineLayers } from "./engine-layers.ts";
import { ENGINES } from "./engines.ts";
import type { ImageSource, Resolution } from "./image-source.ts";
import { readImageConfig } from "./read-config.ts";
import { suitablePlatforms } from "./suitable-platforms.ts";

/**
 * Asks a local container engine what images declare (`docker image inspect`); nothing is pulled.
 * @param engine the engine to ask, whose failure is then an error; all engines unless given
 */
export function makeEngineSource(engine?: string): ImageSource {
	const inspections = new Map<string, Promise<Inspection>>();
	const inspect: Inspect = (...request) => {
		const key = request.join(" ");
		const inspection = inspections.get(key) ?? inspectImage(...request);
		inspections.set(key, inspection);
		return inspection;
	};
	return {
		name: "engine",
		resolve: async (reference, platform) => {
			// Engines cannot resolve these.
			if (reference.startsWith("oci-layout://")) return { kind: "unknown", reason: "no engine has image layouts" };
			const reasons: string[] = [];
			for (const each of engine === undefined ? ENGINES : [engine]) {
				const answer = await askEngine(each, reference, { platform, inspect, isNamed: engine !== undefined });
				if (answer?.kind === "known") return { ...answer, from: each };
				if (answer !== undefined) reasons.push(answer.reason);
			}
			return {
				kind: "unknown",
				reason: reasons.length === 0 ? `none of ${ENGINES.join(", ")} is installed` : reasons.join(", and "),
			};
		},
	};
}

/** An engine's answer about an image, for the platform of the engine's copy or another one. */
type Inspection =
	| { readonly kind: "found"; readonly text: string }
	| { readonly kind: "not-found" }
	| { readonly kind: "not-installed" }
	| { readonly kind: "failed"; readonly message: string };

type Inspect = (engine: string, reference: string, platform?: string) => Promise<Inspection>;

interface Request {
	readonly platform: string;
	readonly inspect: Inspect;
	/** Whether the user has named the engine. */
	readonly isNamed: boolean;
}

/** Undefined if the engine is not installed. */
async function askEngine(
	engine: string,
	reference: string,
	{ platform, inspect, isNamed }: Request,
): Promise<EngineAnswer | undefined> {
	const found = await inspect(engine, reference);
	if (isNamed && found.kind === "not-installed") throw optionError("--inspect", engine, "no such program in PATH");
	if (isNamed && found.kind === "failed") throw optionError("--inspect", engine, found.message);
	if (found.kind === "not-installed") return undefined;
	if (found.kind === "failed") return { kind: "unknown", reason: `${engine} fails: ${found.message}` };
	if (found.kind === "not-found") return { kind: "unknown", reason: `${engine} does not have it` };
	const own = readInspection(engine, found.text, reference);
	if (own.kind === "unknown") return own;
	if (own.platform === undefined || suitablePlatforms(platform).includes(own.platform))
		return toAnswer(own, engine, reference);
	// Since version 28, Docker shows all platforms of a multi-platform image.
	const other = engine === "docker" ? await inspect(engine, reference, platform) : undefined;
	if (other?.kind === "found") return toAnswer(readInspection(engine, other.text, reference), engine, reference);
	return { kind: "unknown", reason: `${engine} has it only for ${own.platform}` };
}

type EngineAnswer = Exclude<Resolution, { readonly kind: "no-platform" }>;

type EngineReading = ReturnType<typeof readImageConfig>;

function toAnswer(reading: EngineReading, engine: string, reference: string): EngineAnswer {
	if (reading.kind === "unknown") return reading;
	const { image, diffIds } = reading;
	const layers = diffIds === undefined ? {} : { layers: engineLayers(engine, reference, diffIds) };
	return { kind: "known", image, ...layers };
}

/** The keys are those of a config blob, but with upper case, which Go ignores. */
function readInspection(engine: string, text: string, reference: string): EngineReading {
	const inspected = parseInspection(text);
	if (inspected === undefined || !isObject(inspected.Config))
		return { kind: "unknown", reason: `${engine} says nothing of it that can be read` };
	const hidden = engine === "podman" ? findHidden(inspected) : undefined;
	if (hidden !== undefined) return { kind: "unknown", reason: `podman does not say what its ${hidden} is` };
	const reading = readImageConfig(Buffer.from(JSON.stringify(inspected)));
	if (reading.kind === "unknown") return { kind: "unknown", reason: `in ${engine}, it ${reading.reason}` };
	const digest = digestOf(inspected, reference);
	return digest === undefined ? reading : { ...reading, image: { ...reading.image, digest } };
}

/** Podman shows the OCI config, without ONBUILD and SHELL, which only the history shows. */
function findHidden({ History }: JsonObject): string | undefined {
	const steps: readonly unknown[] = Array.isArray(History) ? History : [];
	const texts = steps.flatMap((step) => (isObject(step) ? (textOf(step.created_by) ?? []) : []));
	return texts.flatMap((text) => /^(?:\/bin\/sh -c #\(nop\) +)?(ONBUILD|SHELL) /.exec(text)?.[1] ?? [])[0];
}

function digestOf({ RepoDigests }: JsonObject, reference: string): string | undefined {
	const { name } = parseImageReference(reference);
	return textsOf(RepoDigests)
		.map(parseImageReference)
		.find((each) => each.name === name)?.digest;
}

/** An engine that answers does so at once. */
const TIMEOUT_MS = 30_000;

async function inspectImage(engine: string, reference: string, platform?: string): Promise<Inspection> {
	const words = [...(platform === undefined ? [] : ["--platform", platform]), reference];
	const result = await execa(engine, ["image", "inspect", "--format", "{{json .}}", ...words], {
		reject: false,
		stdin: "ignore",
		timeout: TIMEOUT_MS,
	});
	if (!result.failed) return { kind: "found", text: result.stdout };
	if (result.code === "ENOENT") return { kind: "not-installed" };
	if (/no such image|not found|not known/i.test(result.stderr ?? "")) return { kind: "not-found" };
	const message = result.timedOut
		? `it does not answer within ${TIMEOUT_MS / 1000} s`
		: result.stderr || result.shortMessage || "it says nothing";
	return { kind: "failed", message: message.trim() };
}
