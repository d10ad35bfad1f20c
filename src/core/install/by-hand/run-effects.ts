import { resolvePath } from "../../command/posix-path.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import type { Distro } from "../../images/catalogue-entry.ts";
import { inits } from "../../inits/index.ts";
import { baseName } from "../../inits/invocation.ts";
import { readDownloads } from "./downloads.ts";
import { fileNameOf, readInitFile } from "./file-names.ts";
import { executableBy, type FileTable, placedAt, type TrackedFile } from "./file-table.ts";
import { type PackageAction, readPackageAction } from "./packages.ts";
import type { RunCommand } from "./run-commands.ts";

/** The place of a command in a RUN. */
export interface CommandPlace {
	readonly run: Instruction;
	readonly distro: Distro | undefined;
	/** The working directory. */
	folder: string;
}

/** Applies to the table what a command does to the image, as far as inits are concerned. */
export function applyCommand(command: RunCommand, files: FileTable, place: CommandPlace): void {
	const [program = "", ...args] = command.words;
	const operands = args.filter((word) => !word.startsWith("-"));
	const name = baseName(program);
	const packages = readPackageAction(command.words, place.distro);
	if (packages !== undefined) for (const action of packages) applyPackages(action, files, place);
	else if (name === "cd" || name === "pushd") place.folder = resolvePath(place.folder, operands[0] ?? "/");
	else if (name === "curl" || name === "wget") download(command, name, files, place);
	else if (name === "chmod") changeMode(args, files, place);
	else if (name === "rm" || name === "unlink")
		files.remove(flatMap(operands, (operand) => files.find(operand, place.folder, true)));
	else if (MOVES[name] !== undefined) move(MOVES[name], args, files, place);
	else if (!READERS.has(name)) mention(command, files, place);
}

function applyPackages(action: PackageAction, files: FileTable, place: CommandPlace): void {
	const { run } = place;
	if (action.kind === "remove") files.removePackage(action.name, run);
	else if (action.kind === "remove-group") files.removeGroup(action.group, run);
	else if (action.kind === "install") {
		const { name, group } = action;
		const file = { by: run, name, isExecutable: true, ...(group === undefined ? {} : { group }) };
		for (const path of action.paths) files.put(path, file);
	} else for (const file of action.files) installFile(file, files, place);
}

/** A package file is recognized by its own name, or by that of its download. */
function installFile(word: string, files: FileTable, { run, folder }: CommandPlace): void {
	const tracked = flatMap(files.find(word, folder), (path) => files.get(path)?.asset ?? fileNameOf(path));
	const asset = tracked.find((name) => readInitFile(name)?.isPackage) ?? fileNameOf(word);
	const file = readInitFile(asset) ?? readInitFile(fileNameOf(word));
	if (file === undefined || !file.isPackage) return;
	const { name } = file;
	const path = name === "tini" || name === "dumb-init" ? inits[name].release?.packageFiles?.deb?.path : undefined;
	const paths = [path ?? `/usr/bin/${name}`, ...(name === "tini" ? [`${path}-static`] : [])];
	for (const each of paths) files.put(each, { by: run, name, asset, isExecutable: true });
}

function download(
	command: RunCommand,
	program: "curl" | "wget",
	files: FileTable,
	{ run, folder }: CommandPlace,
): void {
	for (const { url, path } of readDownloads(command, program)) {
		files.put(resolvePath(folder, path), { by: run, asset: fileNameOf(url), isExecutable: false });
	}
}

function changeMode(args: readonly string[], files: FileTable, { folder }: CommandPlace): void {
	const at = args.findIndex((word) => !/^-[a-zA-Z]*[Rvfc][a-zA-Z]*$|^--/.test(word));
	const isDeep = args.slice(0, at).some((word) => /^-\w*R|^--recursive$/.test(word));
	const isExecutable = executableBy(args[at] ?? "");
	if (isExecutable === undefined) return;
	for (const operand of args.slice(at + 1)) {
		if (operand.includes("$")) files.doubtAll();
		files.setExecutable(files.find(operand, folder, isDeep), isExecutable);
	}
}

interface Move {
	/** The file is still where it was. */
	readonly isCopy: boolean;
	/** The executable bits, unless an option sets them. */
	readonly isExecutable?: boolean;
}

const MOVES: Readonly<Record<string, Move>> = {
	mv: { isCopy: false },
	cp: { isCopy: true },
	ln: { isCopy: true },
	install: { isCopy: true, isExecutable: true },
};

function move(
	{ isCopy, isExecutable }: Move,
	args: readonly string[],
	files: FileTable,
	{ run, folder }: CommandPlace,
): void {
	const mode = args
		.map(
			(word, index) =>
				/^(?:-\w*m|--mode)=?(.*)$/.exec(word)?.[1] || (/^-\w*m$|^--mode$/.test(word) ? args[index + 1] : undefined),
		)
		.find(Boolean);
	const targetAt = args.findIndex((word) => /^-t$|^--target-directory$/.test(word));
	const valued = new Set([mode, ...optionValues(args)]);
	const operands = args.filter((word) => !word.startsWith("-") && !valued.has(word));
	const target = targetAt === -1 ? operands.at(-1) : `${args[targetAt + 1]}/`;
	const sources = targetAt === -1 ? operands.slice(0, -1) : operands.filter((word) => `${word}/` !== target);
	if (target === undefined) return;
	for (const source of sources) {
		const from = files.find(source, folder);
		const tracked = from.map((path) => files.get(path)).find((file) => file !== undefined);
		const moved: TrackedFile = tracked ?? { by: run, asset: fileNameOf(source), isExecutable: undefined };
		const to = placedAt(target, folder, fileNameOf(source));
		if (!isCopy) files.remove(from);
		const bits = mode === undefined ? (isExecutable ?? moved.isExecutable) : (executableBy(mode) ?? moved.isExecutable);
		if (
			tracked !== undefined ||
			readInitFile(fileNameOf(source)) !== undefined ||
			readInitFile(fileNameOf(to)) !== undefined
		)
			files.put(to, { ...moved, isExecutable: bits });
	}
}

/** The values of the owner and group options of `install`. */
function optionValues(args: readonly string[]): string[] {
	return flatMap(args, (word, index) =>
		/^-\w*[og]$|^--(?:owner|group|suffix)$/.test(word) ? [args[index + 1] ?? ""] : [],
	);
}

/** Programs that only look at a file, print its name or change what does not matter here. */
const READERS: ReadonlySet<string> = new Set(
	"test [ [[ echo printf export set ls cat stat file which type hash sha1sum sha256sum sha512sum md5sum gpg gpgv gpgconf grep chown chgrp setcap strip upx touch true : head tail".split(
		" ",
	),
);

/** An unknown command may create a file whose path is an argument, as `gcc -o /sbin/tini` and `tee /sbin/tini` do. */
function mention({ words, output }: RunCommand, files: FileTable, { run, folder }: CommandPlace): void {
	const values = words.slice(1).map((word) => word.replace(/^-[-\w]*=|^-[oC]/, ""));
	for (const path of [...values, ...(output === undefined ? [] : [resolvePath(folder, output)])]) {
		const isInit = path.startsWith("/") && readInitFile(fileNameOf(path))?.isPackage === false;
		if (isInit && files.get(path) === undefined && baseName(words[0] ?? "") !== baseName(path))
			files.put(path, { by: run, isExecutable: undefined });
	}
}
