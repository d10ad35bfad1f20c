/** The text of IA-32 is that of amd64, with other registers in addresses. */
export { parseInstruction } from "../amd64/parse-instruction.ts";
