/** RISC-V has the generic numbers of system calls, as AArch64 has. */
export { SYSTEM_CALLS } from "../arm64/system-calls.ts";
