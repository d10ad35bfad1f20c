import type { AnalysedStage } from "../analysis/analyse.ts";
import type { AnalysedFile } from "../analysis/analyse-source.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { flatMap } from "../flat-map.ts";
import { type InitName, initNames, inits } from "../inits/index.ts";
import { type InitInvocation, readInitInvocation } from "../inits/invocation.ts";
import type { MarkedBlock } from "./marked-block.ts";
import { type Change, flagOf } from "./marker.ts";
import type { RewriteOptions } from "./options.ts";
import { optionsOfDownload } from "./recorded-install.ts";

/**
 * Infers the options of a rewrite from what it inserted. An init that signals the process group may do so because of an
 * option or by default, so there can be two answers; the likelier one is first.
 * @param all the marked blocks of the file
 */
export function readRecordedOptions(file: AnalysedFile, all: readonly MarkedBlock[]): readonly RewriteOptions[] {
	const { dockerfile, stages } = file;
	const blocks = all.filter(({ marker }) => !marker.startsStage);
	const marked = stages.filter(({ stage }) => {
		const own = blocks.filter((block) => block.stage === stage.index);
		return own.length > 0 && !own.some(({ marker }) => marker.changes.some(namesInit));
	});
	const common = optionsOfCommands(marked, blocks);
	const invocations = flatMap(marked, (stage) => findInvocation(stage, blocks) ?? []);
	const [first] = invocations;
	const init = initNames.find((name) => invocations.every(({ invocation }) => invocation.program === name));
	if (init === undefined || first === undefined) return [common];
	const binary = { init, path: first.invocation.path, helpers: readHelpers(all, dockerfile, init), blocks };
	// A stage whose flag names an init has its own way to install it.
	const inMarked = blocks.filter((block) => marked.some(({ stage }) => stage.index === block.stage));
	const recorded = { ...common, init, ...agreed(flatMap(inMarked, (block) => optionsOfBlock(block, file, binary))) };
	const { groupOption } = inits[init];
	const withoutGroup = first.options.at(-1) === groupOption ? [first.options.slice(0, -1)] : [];
	return [...withoutGroup, first.options].map((initOptions) => ({
		...recorded,
		...(initOptions.length > 0 ? { initOptions } : {}),
	}));
}

/** Whether the init was not chosen by options, but by the flag `--init=NAME`. */
function namesInit(change: Change): boolean {
	return flagOf(change)?.includes("=") === true;
}

/** The options that the commands of stages show, whatever the init is. */
function optionsOfCommands(marked: readonly AnalysedStage[], blocks: readonly MarkedBlock[]): RewriteOptions {
	const hasExec = blocks.some(({ marker }) => marker.changes.some(({ kind }) => kind === "exec"));
	// A stage whose whole command was added has none of its own.
	const hasRestated = marked.some(({ stage }) => {
		const own = blocks.filter((block) => block.stage === stage.index);
		const added = new Set(flatMap(own, (block) => block.added.map(({ keyword }) => keyword)));
		return added.has("ENTRYPOINT") && added.has("CMD");
	});
	return { ...(hasExec ? { exec: true } : {}), ...(hasRestated ? { inherited: true } : {}) };
}

/** An init that was inserted. */
interface InsertedInit {
	readonly init: InitName;
	/** Its path in the image, in stages whose command does not name it. */
	readonly path: string;
	/** All marked blocks. */
	readonly blocks: readonly MarkedBlock[];
	/** See readHelpers. */
	readonly helpers: ReadonlyMap<string, RewriteOptions>;
}

/** The options that each added instruction shows that brings the init. */
function optionsOfBlock(
	{ added, stage }: MarkedBlock,
	{ dockerfile, stages }: AnalysedFile,
	{ init, path: usualPath, helpers, blocks }: InsertedInit,
): readonly RewriteOptions[] {
	const analysed = stages[stage];
	// A package has another path than a download, so each stage has a path of its own.
	const path = (analysed && findInvocation(analysed, blocks))?.invocation.path ?? usualPath;
	return flatMap(added, ({ lineStart, lineEnd }) => {
		const text = dockerfile.source.slice(lineStart, lineEnd);
		const copy = optionsOfCopy(text, init, path, helpers) ?? optionsOfDownload(text, init, path);
		const { platforms, ...others } = copy ?? {};
		// The platform of a stage with FROM --platform says nothing about other stages.
		return copy === undefined ? [] : [dockerfile.stages[stage]?.platform === undefined ? copy : others];
	});
}

/**
 * The init of a stage, and its options as words. An author's own init may stand in its command while the rewrite has
 * changed only what it passes on by ONBUILD, or the other way round.
 */
function findInvocation(
	{ stage, end, afterTriggers }: AnalysedStage,
	blocks: readonly MarkedBlock[],
): { readonly invocation: InitInvocation; readonly options: readonly string[] } | undefined {
	const keywords = flatMap(blocks, (block) => (block.stage === stage.index ? changedKeywords(block) : []));
	const own = [end.entrypoint, end.cmd];
	const passedOn = [afterTriggers.entrypoint, afterTriggers.cmd];
	const isOnbuildOnly = keywords.length > 0 && keywords.every((keyword) => keyword.startsWith("ONBUILD"));
	for (const argv of isOnbuildOnly ? passedOn : [...own, ...passedOn]) {
		const invocation = argv && readInitInvocation(argv);
		if (argv === undefined || invocation === undefined) continue;
		return {
			invocation,
			options: argv.slice(argv.indexOf(invocation.path) + 1, invocation.length).filter((word) => word !== "--"),
		};
	}
	return undefined;
}

/** What a block has added or changed of commands, as keywords with their ONBUILD. */
function changedKeywords({ added, marker }: MarkedBlock): string[] {
	const commands = added.filter(({ keyword }) => /^(?:ENTRYPOINT|CMD|ONBUILD)$/.test(keyword));
	return [...commands, ...marker.changes].map(({ keyword }) => keyword);
}

const COPIED = /^COPY (?:--from=(\S+) )?(\S+) (.+)$/i;
const BINARY = /^(?:(.+)\/)?(?:pidone|tini|dumb-init)-linux-(\S+)$/;

/** Where added stages get the binary from, by the names of the stages. */
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

/** Where a COPY gets the binary from; undefined for another instruction. Without `path`, any destination will do. */
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

/** The options that the source of a COPY shows. */
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

/** The options that are the same in all. */
function agreed([first = {}, ...others]: readonly RewriteOptions[]): RewriteOptions {
	const isSame = ([key, value]: [string, unknown]): boolean =>
		others.every((other) => JSON.stringify(Reflect.get(other, key)) === JSON.stringify(value));
	return Object.fromEntries(Object.entries(first).filter(isSame));
}
