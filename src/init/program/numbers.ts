// Numbers of the Linux user API that differ between CPUs. On MIPS, numbers-mips.ts replaces this file.

// Signals: include/uapi/asm-generic/signal.h
export const SIGCHLD: i32 = 17;
export const SIGCONT: i32 = 18;
export const SIGSTOP: i32 = 19;
export const SIGTSTP: i32 = 20;
export const SIGTTIN: i32 = 21;
export const SIGTTOU: i32 = 22;
export const SIGRTMAX: i32 = 64;

export const SIG_SETMASK: i32 = 2;
/** The size of a signal set in bytes. */
export const SIGSET_SIZE: i32 = 8;

/** The offset of si_code in a siginfo_t; si_signo is first (include/uapi/asm-generic/siginfo.h). */
export const SI_CODE: i32 = 8;

// Errors: include/uapi/asm-generic/errno.h
export const ENAMETOOLONG: i32 = 36;
export const ENOSYS: i32 = 38;
