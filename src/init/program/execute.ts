import { EACCES, ENAMETOOLONG, ENOENT, ENOEXEC, ENOTDIR } from "./linux";
import { load8, loadWord, storeWord, text } from "./native";
import { putByte, putText, takeText } from "./output";
import * as sys from "./sys";
import { getVariable } from "./text";
import { W, word } from "./word";

/**
 * Becomes the program, like execvp(3): a name without a slash is looked up in PATH.
 * @returns minus errno; returns only if it fails
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

/** Appends the first folder of a list; an empty one is the current folder. @returns its end */
function putFolder(folders: word): word {
	for (; load8(folders) != 0 && load8(folders) != 58 /* : */; folders++) putByte(load8(folders));
	return folders;
}

/** Runs a file; if the kernel does not recognize it, runs it as a shell script. */
function executeFile(path: word, argv: word, environment: word): i32 {
	const error = sys.execve(path, argv, environment);
	if (error != -ENOEXEC) return error;
	// The init's own name precedes the command, so there is room for another word.
	const shell = text("/bin/sh");
	storeWord(argv - W, shell);
	storeWord(argv, path);
	return sys.execve(shell, argv - W, environment);
}
