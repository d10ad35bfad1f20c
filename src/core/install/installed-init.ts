import { resolvePath } from "../command/posix-path.ts";
import { readArgumentForm } from "../dockerfile/exec-form.ts";
import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import type { Lookup } from "../dockerfile/lex-options.ts";
import { expandWord } from "../dockerfile/shell-lex.ts";
import { ShellLexError } from "../dockerfile/shell-lex-error.ts";
import { listWords } from "../dockerfile/validate.ts";
import { applyAssignments, type Variables } from "../dockerfile/variables.ts";
import { flatMap } from "../flat-map.ts";
import type { Distro } from "../images/catalogue-entry.ts";
import type { InitProgram } from "../inits/init.ts";
import { fileNameOf, readInitFile } from "./by-hand/file-names.ts";
import { executableBy, FileTable, placedAt, programOf } from "./by-hand/file-table.ts";
import { readRunCommands } from "./by-hand/run-commands.ts";
import { applyCommand } from "./by-hand/run-effects.ts";

/** An init that the Dockerfile's author has installed. */
export interface InstalledInit {
	readonly name: InitProgram;
	/** Absolute; only a name if a package installs it into an unknown folder, such as conda's. */
	readonly path: string;
	readonly by: Instruction;
	/**
	 * False only if it is certainly not executable: a download without a chmod. Undefined if that is unknown, as for
	 * COPY.
	 */
	readonly isExecutable: boolean | undefined;
	/** The name of the file or its package where it comes from, with unknown variables as they are written. */
	readonly asset?: string;
}

/** What instructions depend on. */
export interface InstallContext {
	readonly distro: Distro | undefined;
	/** The Dockerfile's text, for heredocs. */
	readonly source: string;
	/**
	 * The environment and the build arguments at the end of the stage. What the instructions themselves set takes
	 * precedence.
	 */
	readonly variables?: Variables;
}

/**
 * The inits that instructions put into an image: by package managers, by package files, by downloads, by COPY and ADD.
 * They are in the order of the files.
 */
export function findInstalledInits(instructions: readonly Instruction[], context: InstallContext): InstalledInit[] {
	return flatMap(readFiles(instructions, context).entries(), ([path, file]): InstalledInit[] => {
		const name = programOf(path, file);
		if (name === undefined || path.includes("$")) return [];
		const { by, asset, isExecutable } = file;
		return [{ name, path, by, isExecutable, ...(asset === undefined ? {} : { asset }) }];
	});
}

/** The instruction that uninstalls the package of an init that it, or an earlier one, has installed. */
export function findRemovedInit(
	instructions: readonly Instruction[],
	context: InstallContext,
	name: InitProgram | undefined,
): Instruction | undefined {
	return name && readFiles(instructions, context).removed.get(name);
}

function readFiles(instructions: readonly Instruction[], context: InstallContext): FileTable {
	const reader = new InstallReader(context);
	for (const instruction of instructions) reader.read(instruction);
	return reader.files;
}

/** The last of some instructions that would uninstall the package of an init if it were installed before them. */
export function findLaterRemoval(
	instructions: readonly Instruction[],
	context: InstallContext,
	name: InitProgram,
): Instruction | undefined {
	const reader = new InstallReader(context);
	let last: Instruction | undefined;
	for (const instruction of instructions) {
		if (instruction.keyword !== "RUN" || !context.source.slice(instruction.start, instruction.lineEnd).includes(name))
			continue;
		reader.files.put(`/${name}`, { by: instruction, name, isExecutable: true });
		reader.read(instruction);
		if (reader.files.get(`/${name}`) === undefined) last = instruction;
	}
	return last;
}

/** The names of inits. */
const NAMED = /tini|dumb-init|docker-init|catatonit|pid1|pidone/;
/** Commands that may change an existing file. */
const CHANGING = /\b(?:chmod|mv|cp|rm|ln|install|dpkg|rpm|apt|dnf|yum|apk|unlink)\b|\$/;

/** Processes instructions in order. */
class InstallReader {
	readonly files: FileTable = new FileTable();
	readonly #context: InstallContext;
	readonly #variables = new Map<string, string>();
	/** ENV and ARG that were read, but not applied: most stages never ask for a variable. */
	#pending: Instruction[] = [];
	#workdir = "/";
	#isWorkdirKnown = false;

	constructor(context: InstallContext) {
		this.#context = context;
	}

	read(instruction: Instruction): void {
		switch (instruction.keyword) {
			case "ENV":
			case "ARG":
				this.#pending.push(instruction);
				return;
			case "WORKDIR":
				this.#workdir = resolvePath(this.#workdir, this.#expand(instruction.argument.text));
				this.#isWorkdirKnown ||= this.#workdir.startsWith("/");
				return;
			case "RUN":
				this.#run(instruction);
				return;
			case "COPY":
			case "ADD":
				this.#copy(instruction);
				return;
			default:
		}
	}

	readonly #lookup: Lookup = (name) => {
		const pending = this.#pending;
		this.#pending = [];
		for (const instruction of pending) this.#assign(instruction);
		return this.#variables.get(name) ?? this.#context.variables?.get(name);
	};

	#assign(instruction: Instruction): void {
		try {
			applyAssignments(instruction, this.#variables, {
				escape: "\\",
				buildArgs: (name) => this.#context.variables?.get(name),
				globals: () => undefined,
			});
		} catch (error) {
			if (!(error instanceof ShellLexError)) throw error;
		}
	}

	#expand(text: string): string {
		try {
			return expandWord(text, this.#lookup, { escape: "\\", keepUnset: true });
		} catch (error) {
			if (error instanceof ShellLexError) return text;
			throw error;
		}
	}

	#run(run: Instruction): void {
		const { source, distro } = this.#context;
		if (!this.#isRelevant(run.hasHeredoc ? source.slice(run.lineStart, run.lineEnd) : run.argument.text)) return;
		const commands = readRunCommands(run, { source, lookup: this.#lookup });
		if (commands === undefined) this.files.doubtAll();
		const place = { run, distro, folder: this.#workdir };
		for (const command of commands ?? []) applyCommand(command, this.files, place);
	}

	/** Parsing every RUN as a script would take too long. */
	#isRelevant(text: string): boolean {
		if (NAMED.test(text) || (this.files.hasFiles && CHANGING.test(text))) return true;
		if (!text.includes("$")) return false;
		return [...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(([, name = ""]) => NAMED.test(this.#lookup(name) ?? ""));
	}

	/** COPY and ADD of a file that is named like an init or its package, or to a path that is. */
	#copy(copy: Instruction): void {
		if (!copy.argument.text.includes("$") && !NAMED.test(copy.argument.text)) return;
		const form = readArgumentForm(copy.argument.text);
		const words = (typeof form === "object" ? form.argv : listWords(copy.argument.text)).map((word) =>
			this.#expand(word),
		);
		const destination = words.at(-1) ?? "";
		for (const source of words.slice(0, -1))
			this.#copyFile(copy, source, words.length > 2 ? `${destination}/` : destination);
	}

	#copyFile(copy: Instruction, source: string, destination: string): void {
		const isDownload = copy.keyword === "ADD" && /^https?:|^\$/.test(source);
		const isOwn = !isDownload && flagValue(copy, "from") === undefined;
		if (isOwn && !destination.startsWith("/") && !this.#isWorkdirKnown) return;
		const asset = fileNameOf(source);
		const path = placedAt(destination, this.#workdir, asset);
		// A folder of the context may be named like an init, and copied under another name.
		if (readInitFile(fileNameOf(path)) === undefined && (isOwn || readInitFile(asset) === undefined)) return;
		const chmod = flagValue(copy, "chmod");
		this.files.put(path, {
			by: copy,
			asset,
			isExecutable: chmod === undefined ? (isDownload ? false : undefined) : executableBy(chmod),
		});
	}
}
