// This file replaces numbers.ts on MIPS.

// Signals: arch/mips/include/uapi/asm/signal.h
export const SIGCHLD: i32 = 18;
export const SIGSTOP: i32 = 23;
export const SIGTSTP: i32 = 24;
export const SIGCONT: i32 = 25;
export const SIGTTIN: i32 = 26;
export const SIGTTOU: i32 = 27;
/** The last signal that a wait status distinguishes from a stopped process. */
export const SIGRTMAX: i32 = 127;

export const SIG_SETMASK: i32 = 3;
/** The size of a signal set in bytes. */
export const SIGSET_SIZE: i32 = 16;

/** The offset of si_code in a siginfo_t; si_signo is first (arch/mips/include/uapi/asm/siginfo.h). */
export const SI_CODE: i32 = 4;

// Errors: arch/mips/include/uapi/asm/errno.h
export const ENAMETOOLONG: i32 = 78;
export const ENOSYS: i32 = 89;
