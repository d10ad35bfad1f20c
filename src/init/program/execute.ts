import { EACCES, ENAMETOOLONG, ENOENT, ENOEXEC, ENOTDIR } from "./linux";
import { load8, loadWord, storeWord, text } from "./native";
import { putByte, putText, takeText } from "./output";
import * as sys from "./sys";
import { getVariable } from "./text";
import { W, word } from "./word";

/**
 * Becomes the program, as execvp(3) does: a name without a slash is looked for in PATH.
 * @returns minus errno; it returns on failure only
 */
export function execute(argv: word, environment: word): i32 {
	const program = loadWord(argv);
	if (load8(program) == 0) return -ENOENT;
	for (let at = program; load8(at) != 0; at++)
		if (load8(at) == 47 /* / */) return executeFile(program, argv, environment);
	let folders = getVariable(environment, text("PATH="));
	if (folders == 0) folders = text("/usr/local/bin:/usr/bin:/bin");
	let result: i32 = -ENOENT;
	while (true) {
		const end = putFolder(folders);
		if (end != folders) putByte(47 /* / */);
		putText(program);
		const error = executeFile(takeText(), argv, environment);
		if (error == -EACCES) result = error;
		else if (error != -ENOENT && error != -ENOTDIR && error != -ENAMETOOLONG) return error;
		if (load8(end) == 0) return result;
		folders = end + 1;
	}
}

/** Puts the first folder of a list; an empty one is the current folder. @returns its end */
function putFolder(folders: word): word {
	for (; load8(folders) != 0 && load8(folders) != 58 /* : */; folders++) putByte(load8(folders));
	return folders;
}

/** A file that the kernel does not know how to run is taken for a shell script. */
function executeFile(path: word, argv: word, environment: word): i32 {
	const error = sys.execve(path, argv, environment);
	if (error != -ENOEXEC) return error;
	// At least the init's own name comes before the command, so there is a place for a word before it.
	const shell = text("/bin/sh");
	storeWord(argv - W, shell);
	storeWord(argv, path);
	return sys.execve(shell, argv - W, environment);
}
