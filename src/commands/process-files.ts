import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { LoadedConfig, Settings } from "../config/config.ts";
import { ConfigFinder, readConfig } from "../config/find.ts";
import { mergeSettings, settingsFor, toOptions } from "../config/merge.ts";
import { UserError } from "../config/user-error.ts";
import { DockerfileSyntaxError } from "../dockerfile/syntax-error.ts";
import { readContextFrom } from "../files/context.ts";
import { discoverFiles } from "../files/discover.ts";
import { decodeSource, readSource } from "../files/read-source.ts";
import type { CheckOptions } from "../findings/check.ts";
import { TemplateError } from "../install/render.ts";
import type { FileReport } from "../report/report.ts";
import { type FlagSettings, type Flags, readFlags } from "./flags.ts";
import { inspectBases } from "./inspect-bases.ts";
import type { Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

/** A Dockerfile in work. */
export interface Task {
	/** As the user named it. */
	readonly path: string;
	/** Absolute; undefined for stdin. */
	readonly file: string | undefined;
	readonly source: string;
	readonly options: CheckOptions;
}

/** What a command finds out about a file; the path is added. */
export type Work = (task: Task) => Omit<FileReport, "path">;

/** Does the work for every Dockerfile that the paths mean; a mistake in one of them does not stop the others. Throws UserError for the command line's. */
export async function processFiles(paths: readonly string[], flags: Flags, io: Io, work: Work): Promise<FileReport[]> {
	const settings = new SettingsFinder(flags, io.cwd);
	const found = await discoverFiles(
		paths.filter((path) => path !== "-"),
		io.cwd,
	);
	const files = [...(paths.includes("-") ? ["-"] : []), ...found];
	const progress = makeProgress(files.length, io);
	const reports: FileReport[] = [];
	for (const [index, path] of files.entries()) {
		progress.show(index, path);
		reports.push(await processFile(path, settings, { flags, io, work }));
	}
	progress.clear();
	return reports;
}

async function processFile(path: string, settings: SettingsFinder, { flags, io, work }: { flags: Flags; io: Io; work: Work }): Promise<FileReport> {
	const isStdin = path === "-";
	const name = isStdin ? (flags.stdinFilename ?? "-") : path.replaceAll("\\", "/");
	const file = isStdin ? undefined : resolve(io.cwd, path);
	let source: string | undefined;
	try {
		const options = settings.optionsFor(file ?? resolve(io.cwd, flags.stdinFilename ?? "Dockerfile"));
		source = file === undefined ? decodeSource(await io.readStdin()) : readSource(file);
		const known = flags.inspect === undefined ? options : await inspectBases(source, options, flags.inspect);
		return { path: name, ...work({ path: name, file, source, options: known }) };
	} catch (error) {
		return {
			path: name,
			...(source === undefined ? {} : { source }),
			stages: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: describeError(error, source),
		};
	}
}

function describeError(error: unknown, source = ""): NonNullable<FileReport["error"]> {
	if (error instanceof DockerfileSyntaxError) {
		const hint = /\{\{|\{%|<%/.test(source) ? " (the file looks like a template: give pidone what it is rendered to)" : "";
		return { kind: "syntax", message: error.message + hint, line: error.line, column: error.column };
	}
	if (error instanceof UserError) return { kind: "io", message: error.message, ...error.position };
	if (error instanceof TypeError || error instanceof TemplateError) return { kind: "io", message: error.message };
	return { kind: "internal", message: error instanceof Error ? error.message : String(error) };
}

function checkFolder(option: string, path: string | undefined, cwd: string): void {
	if (path !== undefined && !statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory())
		throw new UserError(`${option} ${path}: there is no such folder`);
}

function readNamedConfig(path: string, cwd: string): LoadedConfig {
	if (statSync(resolve(cwd, path), { throwIfNoEntry: false }) === undefined) throw new UserError(`--config ${path}: there is no such file`);
	return readConfig(resolve(cwd, path));
}

/** Options by file: defaults, config file, command line. */
class SettingsFinder {
	readonly #flags: Flags;
	readonly #given: FlagSettings;
	readonly #cwd: string;
	readonly #finder = new ConfigFinder();
	readonly #named: LoadedConfig | undefined;
	readonly #options = new Map<string, CheckOptions>();

	constructor(flags: Flags, cwd: string) {
		this.#flags = flags;
		this.#given = readFlags(flags, cwd);
		this.#cwd = cwd;
		checkFolder("--context", flags.context, cwd);
		checkFolder("--templates", flags.templates, cwd);
		this.#named = typeof flags.config === "string" ? readNamedConfig(flags.config, cwd) : undefined;
	}

	optionsFor(file: string): CheckOptions {
		const folder = dirname(file);
		const config = this.#flags.config === false ? undefined : (this.#named ?? this.#finder.find(folder));
		const settings = mergeSettings(config === undefined ? {} : settingsFor(config, file), this.#given.settings);
		const context = this.#flags.context === undefined ? folder : resolve(this.#cwd, this.#flags.context);
		return { ...this.#optionsOf(settings), readContextFile: readContextFrom(context) };
	}

	/** The same settings give the same object, so that catalogues are indexed once. */
	#optionsOf(settings: Settings): CheckOptions {
		const key = JSON.stringify(settings);
		const known = this.#options.get(key);
		if (known !== undefined) return known;
		const { anyBase } = this.#given;
		const options = { ...toOptions(settings), ...(anyBase === undefined ? {} : { anyBase }) };
		this.#options.set(key, options);
		return options;
	}
}
