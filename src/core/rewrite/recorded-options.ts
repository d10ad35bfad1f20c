import type { AnalysedStage } from "../analysis/analyse.ts";
import type { AnalysedFile } from "../analysis/analyse-source.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { flatMap } from "../flat-map.ts";
import { type InitName, initNames, inits } from "../inits/index.ts";
import { type InitInvocation, readInitInvocation } from "../inits/invocation.ts";
import { type MarkedBlock, readMarkedBlocks } from "./marked-block.ts";
import { isInitFlagChange } from "./marker-init-flag.ts";
import type { RewriteOptions } from "./options.ts";

/**
 * Reads off what a rewrite has put in which options it was given, as far as that can be seen. An init that signals the
 * group may have been asked to or not; so there can be two answers, the likelier first.
 */
export function readRecordedOptions({ dockerfile, stages }: AnalysedFile): readonly RewriteOptions[] {
	const all = readMarkedBlocks(dockerfile);
	const blocks = all.filter(({ marker }) => !marker.startsStage);
	const marked = stages.filter(({ stage }) =>
		blocks.some((block) => block.stage === stage.index && !block.marker.changes.some(isInitFlagChange)),
	);
	const invocations = flatMap(marked, (stage) => findInvocation(stage) ?? []);
	const [first] = invocations;
	const init = initNames.find(
		(name) => invocations.length > 0 && invocations.every(({ invocation }) => invocation.program === name),
	);
	const changes = flatMap(blocks, ({ marker }) => marker.changes.map(({ kind }) => kind));
	const common = {
		...(changes.includes("exec") ? { exec: true } : {}),
		...(marked.some(({ entrypoint, cmd, stage }) => isRestated(entrypoint ?? cmd, blocks, stage.index))
			? { inherited: true }
			: {}),
	};
	if (init === undefined || first === undefined) return [common];
	const helpers = readHelpers(all, dockerfile, init);
	const copies = flatMap(blocks, ({ added, stage }) =>
		flatMap(added, ({ lineStart, lineEnd }) => {
			const text = dockerfile.source.slice(lineStart, lineEnd);
			// A package puts it elsewhere than a download: each stage has a path of its own.
			const own = stages[stage];
			const { path } = (own && findInvocation(own))?.invocation ?? first.invocation;
			const copy = optionsOfCopy(text, init, path, helpers) ?? optionsOfDownload(text, init, path);
			const { platforms, ...others } = copy ?? {};
			// The platform of a stage that is built for one alone says nothing of others.
			return copy === undefined ? [] : [dockerfile.stages[stage]?.platform === undefined ? copy : others];
		}),
	);
	const recorded = { ...common, init, ...agreed(copies) };
	const { groupOption } = inits[init];
	const withoutGroup = first.options.at(-1) === groupOption ? [first.options.slice(0, -1)] : [];
	return [...withoutGroup, first.options].map((initOptions) => ({
		...recorded,
		...(initOptions.length > 0 ? { initOptions } : {}),
	}));
}

/** The init of a stage, and its options as words. */
function findInvocation({
	end,
	afterTriggers,
}: AnalysedStage): { readonly invocation: InitInvocation; readonly options: readonly string[] } | undefined {
	for (const argv of [end.entrypoint, end.cmd, afterTriggers.entrypoint, afterTriggers.cmd]) {
		const invocation = argv && readInitInvocation(argv);
		if (argv === undefined || invocation === undefined) continue;
		return {
			invocation,
			options: argv.slice(argv.indexOf(invocation.path) + 1, invocation.length).filter((word) => word !== "--"),
		};
	}
	return undefined;
}

/** Whether the stage's whole command was added: it has none of its own. */
function isRestated(
	command: { readonly start: number } | undefined,
	blocks: readonly MarkedBlock[],
	stage: number,
): boolean {
	const added = flatMap(
		blocks.filter((block) => block.stage === stage),
		(block) => block.added,
	);
	const isAdded = (keyword: string): boolean => added.some((instruction) => instruction.keyword === keyword);
	return command !== undefined && isAdded("ENTRYPOINT") && isAdded("CMD");
}

const COPIED = /^COPY (?:--from=(\S+) )?(\S+) (.+)$/i;
const BINARY = /^(?:(.+)\/)?(?:pidone|tini|dumb-init)-linux-(\S+)$/;

/** From where stages that were added have a binary, by their names. */
function readHelpers(
	blocks: readonly MarkedBlock[],
	{ source, stages }: Dockerfile,
	init: InitName,
): ReadonlyMap<string, RewriteOptions> {
	const helpers = flatMap(blocks, ({ marker, stage, added }): [string, RewriteOptions][] => {
		const name = marker.startsStage ? stages[stage]?.name : undefined;
		const texts = added.map(({ lineStart, lineEnd }) => source.slice(lineStart, lineEnd));
		const copy = texts.map((text) => optionsOfCopy(text, init, undefined)).find((each) => each !== undefined);
		return name === undefined ? [] : [[name, copy ?? {}]];
	});
	return new Map(helpers);
}

/** From where a binary is copied; undefined for what is not such a COPY. Without a path, wherever it is copied to. */
function optionsOfCopy(
	text: string,
	init: InitName,
	path: string | undefined,
	helpers?: ReadonlyMap<string, RewriteOptions>,
): RewriteOptions | undefined {
	const [, from, source = "", destination] = COPIED.exec(text.trim()) ?? [];
	if (destination === undefined || (path !== undefined && destination !== path)) return undefined;
	const entrypointPath = path === undefined || path === inits[init].path ? {} : { entrypointPath: path };
	const helper = from === undefined ? undefined : helpers?.get(from.toLowerCase());
	if (helper !== undefined) return { ...helper, ...entrypointPath };
	return { ...entrypointPath, ...optionsOfSource(source, from, init) };
}

/** What the source of a COPY says. */
function optionsOfSource(source: string, from: string | undefined, init: InitName): RewriteOptions {
	const [, folder, platform = ""] = BINARY.exec(source) ?? [];
	const platforms =
		platform === "" || platform.includes("$")
			? {}
			: { platforms: [`linux/${platform.replace(/^(arm)(v\d)$/, "$1/$2")}`] };
	if (from !== undefined) return { ...platforms, install: platform === "" ? `image:${from}` : `context:${from}` };
	return {
		...platforms,
		...(folder === undefined ? {} : { source: folder }),
		...(init === "pidone" ? {} : { install: "copy" }),
	};
}

/** For which platform a release is downloaded; undefined for what is not a download. */
function optionsOfDownload(text: string, init: InitName, path: string): RewriteOptions | undefined {
	const { release } = inits[init];
	if (release === undefined || !text.includes(release.url)) return undefined;
	const platforms = flatMap(Object.entries(release.downloads), ([platform, { asset }]) =>
		text.includes(asset) ? [platform] : [],
	);
	return {
		...(path === inits[init].path ? {} : { entrypointPath: path }),
		...(platforms.length === 1 ? { platforms } : {}),
	};
}

/** The options that are the same in all. */
function agreed([first = {}, ...others]: readonly RewriteOptions[]): RewriteOptions {
	const isSame = ([key, value]: [string, unknown]): boolean =>
		others.every(
			(other) => JSON.stringify(Object.entries(other).find(([each]) => each === key)?.[1]) === JSON.stringify(value),
		);
	return Object.fromEntries(Object.entries(first).filter(isSame));
}
