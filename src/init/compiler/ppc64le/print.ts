import { makePrinter } from "../print-operands.ts";
import type { Target } from "../target.ts";
import { registerName } from "./registers.ts";

/** As `objdump -d` prints it; `la` stands for the branch and the additions that make an address. */
export const print: Target["print"] = makePrinter({ registerName, printImmediate: String });
