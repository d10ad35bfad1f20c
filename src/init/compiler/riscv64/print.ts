import { makePrinter } from "../print-operands.ts";
import type { Target } from "../target.ts";
import { registerName } from "./registers.ts";

/** Shift counts, and the high part of a number, are printed in hexadecimal. */
const HEXADECIMAL: ReadonlySet<string> = new Set(["lui", "slli", "srli", "srai", "slliw", "srliw", "sraiw"]);

/** As `objdump -d` prints it, without its comments after `#`; `la` stands for auipc and addi. */
export const print: Target["print"] = makePrinter({
	registerName,
	printImmediate: (value, mnemonic) => (HEXADECIMAL.has(mnemonic) ? `0x${value.toString(16)}` : `${value}`),
});
