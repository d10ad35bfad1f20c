import { print as printAmd64 } from "../amd64/print.ts";
import type { Instruction, Label } from "../instruction.ts";

/** Intel syntax, as `objdump -M intel` prints it; `la` stands for the call, pop and addition that make an address. */
export function print(instruction: Instruction, nameOf: (label: Label) => string): string {
	return printAmd64(instruction, nameOf, 32);
}
