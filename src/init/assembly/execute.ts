import { EACCES, ENOENT, ENOEXEC, ENOTDIR } from "./linux";
import { load8, loadWord, store8, storeWord, text, zeroed } from "./native";
import * as sys from "./sys";
import { getVariable } from "./text";
import { W, word } from "./word";

/** Linux, include/uapi/linux/limits.h: PATH_MAX */
const PATH_SIZE: i32 = 4096;

/** Arguments that a script without `#!` may have. */
const SHELL_ARGUMENTS: i32 = 1024;

/**
 * Becomes the program, as execvp(3) does: a name without a slash is looked for in PATH.
 * @returns minus errno; it returns on failure only
 */
export function execute(argv: word, environment: word): i32 {
	const program = loadWord(argv);
	if (load8(program) == 0) return -ENOENT;
	for (let at = program; load8(at) != 0; at++) if (load8(at) == 47 /* / */) return executeFile(program, argv, environment);
	let folders = getVariable(environment, text("PATH="));
	if (folders == 0) folders = text("/usr/local/bin:/usr/bin:/bin");
	let result: i32 = -ENOENT;
	while (true) {
		const end = copyPath(folders, program);
		const error = executeFile(path(), argv, environment);
		if (error == -EACCES) result = error;
		else if (error != -ENOENT && error != -ENOTDIR) return error;
		if (load8(end) == 0) return result;
		folders = end + 1;
	}
}

function path(): word {
	return zeroed("path", PATH_SIZE);
}

/** Makes a path of the first folder and a name; an empty folder is the current one. Cut when it is too long. @returns the folder's end */
function copyPath(folders: word, name: word): word {
	const limit = path() + PATH_SIZE - 2;
	let to = path();
	while (load8(folders) != 0 && load8(folders) != 58 /* : */) {
		store8(to, load8(folders));
		folders++;
		if (to < limit) to++;
	}
	if (to != path()) {
		store8(to, 47 /* / */);
		to++;
	}
	for (; load8(name) != 0; name++) {
		store8(to, load8(name));
		if (to < limit) to++;
	}
	store8(to, 0);
	return folders;
}

/** A file that the kernel does not know how to run is taken for a shell script. */
function executeFile(path: word, argv: word, environment: word): i32 {
	const error = sys.execve(path, argv, environment);
	if (error != -ENOEXEC) return error;
	const shell = zeroed("shell arguments", (SHELL_ARGUMENTS + 3) * W);
	storeWord(shell, text("/bin/sh"));
	storeWord(shell + W, path);
	let to = shell + W;
	for (const limit = shell + SHELL_ARGUMENTS * W; loadWord(argv) != 0; ) {
		if (to >= limit) return error;
		argv += W;
		to += W;
		storeWord(to, loadWord(argv));
	}
	return sys.execve(text("/bin/sh"), shell, environment);
}
