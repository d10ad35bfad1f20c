// Numbers of the Linux user API. If they were imported from the init, a wrong number there would be wrong here, too.

export const SIGHUP = 1;
export const SIGINT = 2;
export const SIGQUIT = 3;
export const SIGKILL = 9;
export const SIGPIPE = 13;
export const SIGTERM = 15;
export const SIGCHLD = 17;
export const SIGCONT = 18;
export const SIGSTOP = 19;
export const SIGTSTP = 20;
export const SIGTTIN = 21;
export const SIGTTOU = 22;
export const SIGURG = 23;
export const SIGWINCH = 28;
/** RTMIN+3, the signal that docker sends to stop systemd. */
export const SIGRTMIN_3 = 37;
export const SIGRTMAX = 64;

/** The signals that stop a process. */
export const STOPS = [SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU];
/** ILL, TRAP, BUS, FPE, SEGV and SYS are taken before all others: kernel/signal.c, SYNCHRONOUS_MASK. */
export const SYNCHRONOUS = [4, 5, 7, 8, 11, 31];
/** The signals that end a program with a core dump: signal(7). */
export const WITH_CORE = [3, 4, 5, 6, 7, 8, 11, 24, 25, 31];

export const EPERM = 1;
export const ENOENT = 2;
export const ESRCH = 3;
export const EINTR = 4;
export const EBADF = 9;
export const ECHILD = 10;
export const EAGAIN = 11;
export const EACCES = 13;
export const EINVAL = 22;
export const ENOTTY = 25;
export const ENOSPC = 28;
export const EPIPE = 32;
export const ENOSYS = 38;
export const EOPNOTSUPP = 95;

export const WNOHANG = 1;
export const WUNTRACED = 2;

export const PR_SET_PDEATHSIG = 1;
export const PR_SET_CHILD_SUBREAPER = 36;
export const PR_GET_CHILD_SUBREAPER = 37;

export const TIOCSCTTY = 0x540e;
export const TIOCGPGRP = 0x540f;
export const TIOCSPGRP = 0x5410;
export const TIOCNOTTY = 0x5422;

/** The offsets of the code and, in this model, of the value in a siginfo_t. The signal comes first. */
export const SI_CODE = 8;
export const SI_VALUE = 24;
/** The code of sigqueue(3). */
export const SI_QUEUE = -1;

/** A flag of pwritev2: do not wait. */
export const RWF_NOWAIT = 8;

/** Nanoseconds. */
export const MICROSECOND = 1000;
export const MILLISECOND = 1_000_000;
export const SECOND = 1_000_000_000;
