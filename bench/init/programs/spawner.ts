import { load8, loadWord, storeWord, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { W, word } from "pidone/init/word";
import { now } from "./clock";
import { flush, parseNumber, putNumber } from "./output";

const MAXIMUM: i32 = 16;

/** The nth of the commands on the command line, which `@` separates. */
function command(index: i32): word {
	return zeroed("commands", MAXIMUM * 8) + index * W;
}

/**
 * spawner COUNT COMMAND… @ COMMAND…: runs the commands in turn, over and over. Prints a line for each run: the index of
 * the command, and the nanoseconds from fork to wait.
 */
export function start(stack: word): void {
	const argv = stack + W;
	const environment = argv + (loadWord(stack) + 1) * W;
	const count = parseNumber(loadWord(argv + W));
	const commands = splitCommands(argv + 2 * W);
	for (let round: i32 = 0; round < count; round++)
		for (let index: i32 = 0; index < commands; index++) measure(index, environment);
	flush();
	sys.exit_group(0);
}

function splitCommands(argv: word): i32 {
	let count: i32 = 0;
	storeWord(command(count), argv);
	for (; loadWord(argv) != 0; argv += W) {
		if (load8(loadWord(argv)) != 64 /* @ */) continue;
		storeWord(argv, 0);
		count++;
		storeWord(command(count), argv + W);
	}
	return count + 1;
}

function measure(index: i32, environment: word): void {
	const argv = loadWord(command(index));
	const status = zeroed("status", 4);
	const begin = now();
	const pid = sys.fork();
	if (pid == 0) {
		sys.execve(loadWord(argv), argv, environment);
		sys.exit_group(99);
	}
	sys.wait4(pid, status, 0, 0);
	const end = now();
	// A run that failed is not measured.
	if (load8(status) != 0 || load8(status + 1) != 0) sys.exit_group(1);
	putNumber(index, 32 /* space */);
	putNumber(end - begin, 10 /* line feed */);
}
