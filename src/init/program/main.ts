import { begin } from "./begin";
import { turn } from "./turn";
import { word } from "./word";

/**
 * The entry point.
 * @param stack what the kernel passes to a new program: argc, argv, 0, environment, 0 (System V ABI, "Process
 * Initialization")
 */
export function start(stack: word): void {
	begin(stack);
	while (true) turn();
}
