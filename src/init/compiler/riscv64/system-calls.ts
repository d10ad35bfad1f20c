/** RISC-V uses the generic numbers of system calls, as AArch64 does. */
export { SYSTEM_CALLS } from "../arm64/system-calls.ts";
