import { base64Decode } from "@bufbuild/protobuf/wire";
import type { AnalysedFile } from "../core/analysis/analyse-source.ts";
import type { Base } from "../core/analysis/base.ts";
import { type ImageConfig, mergeConfigs, UNKNOWN_CONFIG } from "../core/analysis/image-config.ts";
import type { ImageAnswer, KnownImages } from "../core/analysis/known-images.ts";
import { ancestryOf } from "../core/analysis/lineage.ts";
import { type AnalysisOptions, targetPlatforms } from "../core/analysis/options.ts";
import { stagePlatforms } from "../core/analysis/stage-platforms.ts";
import type { Dockerfile, Stage } from "../core/dockerfile/parse.ts";
import { findTarget } from "../core/dockerfile/target.ts";
import { DEFAULT_SHELL } from "../core/images/facts.ts";
import { splitPlatform } from "../core/platform.ts";
import { toText } from "./bytes.ts";
import type { Gateway } from "./gateway.ts";
import type { Request } from "./request.ts";

/** The part of an image's config that decides what runs (docker-image-spec). */
interface DeclaredConfig {
	readonly Entrypoint?: readonly string[] | null;
	readonly Cmd?: readonly string[] | null;
	readonly User?: string;
	readonly Shell?: readonly string[] | null;
	readonly StopSignal?: string;
	readonly Env?: readonly string[] | null;
	readonly OnBuild?: readonly string[] | null;
}

/**
 * Asks BuildKit for the configs of the images at the root of the target and of the stages with `--init`. BuildKit needs
 * the target's anyway. An image that it cannot resolve stays unknown: the build will report the error.
 */
export async function resolveBases(
	gateway: Gateway,
	{ dockerfile, stages: analysed }: AnalysedFile,
	options: AnalysisOptions,
	request: Request,
): Promise<KnownImages> {
	const target = findTarget(dockerfile.stages, options.target);
	const wanted = analysed.filter(({ stage: { index, initFlags } }) => index === target?.index || initFlags.length > 0);
	const images = new Map<string, ReadonlySet<string>>();
	for (const root of wanted.flatMap((stage) => ancestryOf(analysed, stage).slice(0, 1))) {
		const platforms = platformsOf(root.stage, dockerfile, options);
		for (const image of root.bases.flatMap(imageOf))
			images.set(image, new Set([...(images.get(image) ?? []), ...platforms]));
	}
	const resolved = [...images].map(
		async ([image, platforms]) => [image, await resolveImage(gateway, image, [...platforms], request)] as const,
	);
	return Object.fromEntries(await Promise.all(resolved));
}

/**
 * The configs of named contexts that are results of other builds, by name: what those for all platforms agree on.
 */
export function readInputResults({
	options,
	namedContexts,
}: Pick<Request, "options" | "namedContexts">): Readonly<Record<string, ImageConfig | string>> {
	const found = new Map<string, DeclaredConfig[]>();
	for (const { name, value } of namedContexts) {
		const metadata = value.startsWith("input:") ? options[`input-metadata:${value.slice("input:".length)}`] : undefined;
		const config = metadata === undefined ? undefined : configIn(metadata);
		if (config !== undefined) found.set(name, [...(found.get(name) ?? []), config]);
	}
	return Object.fromEntries([...found].map(([name, configs]) => [name, toResult(configs)]));
}

function toResult(configs: readonly DeclaredConfig[]): ImageConfig | string {
	if (configs.some(hasTriggers)) return "its ONBUILD instructions change what runs";
	return mergeConfigs(
		configs.map(({ Entrypoint, Cmd, User, Shell, StopSignal }) => ({
			...UNKNOWN_CONFIG,
			entrypoint: Entrypoint ?? [],
			cmd: Cmd ?? [],
			user: User || "root",
			shell: Shell ?? DEFAULT_SHELL,
			stopSignal: StopSignal || "SIGTERM",
		})),
	);
}

/** Whether an ONBUILD changes what runs, which the config does not show. */
function hasTriggers({ OnBuild }: DeclaredConfig): boolean {
	return (OnBuild ?? []).some((trigger) => /^\s*(?:cmd|entrypoint|shell|user)\s/i.test(trigger));
}

/**
 * The config in the metadata of a result, where every value is base64 (moby/buildkit:
 * frontend/dockerui/namedcontext.go).
 */
function configIn(metadata: string): DeclaredConfig | undefined {
	try {
		const { "containerimage.config": encoded }: Readonly<Record<string, string>> = JSON.parse(metadata);
		return encoded === undefined ? undefined : readImageConfig(base64Decode(encoded));
	} catch {
		return undefined;
	}
}

/** Throws for a text that is not a config. */
function readImageConfig(bytes: Uint8Array): DeclaredConfig {
	const { config }: { config?: DeclaredConfig | null } = JSON.parse(toText(bytes));
	return config ?? {};
}

function imageOf(base: Base): string[] {
	const text = base.kind === "image" || base.kind === "unknown" ? base.text : "";
	return /^[^\s$\0]+$/.test(text) ? [text] : [];
}

/** The platforms that a stage is built for whose FROM names an image. */
export function platformsOf(stage: Stage, dockerfile: Dockerfile, options: AnalysisOptions): readonly string[] {
	const built = stagePlatforms(stage, dockerfile, options);
	// The builder reports what is wrong with a FROM --platform.
	return [...new Set("mistake" in built ? targetPlatforms(options) : built.platforms)];
}

/** The available answers, by platform. */
async function resolveImage(
	gateway: Gateway,
	image: string,
	platforms: readonly string[],
	request: Request,
): Promise<Readonly<Record<string, ImageAnswer>>> {
	const answers = await Promise.all(
		platforms.map(async (platform) => {
			const config = await readConfig(gateway, image, platform, request);
			return config === undefined ? [] : [[platform, toAnswer(image, config)] as const];
		}),
	);
	return Object.fromEntries(answers.flat());
}

async function readConfig(
	gateway: Gateway,
	image: string,
	platform: string,
	{ options, platforms }: Request,
): Promise<DeclaredConfig | undefined> {
	const { os: OS, architecture: Architecture, variant: Variant } = splitPlatform(platform);
	const prefix = platforms.length > 1 ? `${platform} internal` : "internal";
	try {
		const { Config } = await gateway.resolveImageConfig({
			Ref: fullReference(image),
			Platform: { OS, Architecture, Variant },
			ResolveMode: options["image-resolve-mode"] ?? "default",
			LogName: `[${prefix}] load metadata for ${fullReference(image)}`,
		});
		return readImageConfig(Config);
	} catch {
		return undefined;
	}
}

/**
 * An image's name with registry and tag, as BuildKit's caches have it (distribution/reference: ParseNormalizedNamed,
 * TagNameOnly).
 */
export function fullReference(image: string): string {
	const [first = "", ...rest] = image.split("/");
	const hasRegistry = rest.length > 0 && (/[.:A-Z]/.test(first) || first === "localhost");
	const [registry, name] = hasRegistry
		? [first.replace(/^index\.(?=docker\.io$)/, ""), rest.join("/")]
		: ["docker.io", image];
	const path = `${registry}/${registry === "docker.io" && !name.includes("/") ? "library/" : ""}${name}`;
	return /@|:[^/]+$/.test(path) ? path : `${path}:latest`;
}

function toAnswer(image: string, config: DeclaredConfig): ImageAnswer {
	return {
		kind: "known",
		image: {
			entrypoint: config.Entrypoint ?? [],
			cmd: config.Cmd ?? [],
			...(config.User ? { user: config.User } : {}),
			...(config.Shell ? { shell: config.Shell } : {}),
			...(config.StopSignal ? { stopSignal: config.StopSignal } : {}),
			env: config.Env ?? [],
			...(config.OnBuild ? { onBuild: config.OnBuild } : {}),
			source: `the config of ${image}`,
		},
	};
}
