// Numbers of the Linux user API: those that are the same on all supported CPUs, and the others from their own file.
export {
	ENAMETOOLONG,
	ENOSYS,
	SI_CODE,
	SIG_SETMASK,
	SIGCHLD,
	SIGCONT,
	SIGRTMAX,
	SIGSET_SIZE,
	SIGSTOP,
	SIGTSTP,
	SIGTTIN,
	SIGTTOU,
} from "./numbers";

// Signals: include/uapi/asm-generic/signal.h
export const SIGHUP: i32 = 1;
export const SIGINT: i32 = 2;
export const SIGQUIT: i32 = 3;
export const SIGKILL: i32 = 9;
export const SIGPIPE: i32 = 13;
export const SIGTERM: i32 = 15;
/** The first real-time signal that C libraries leave to programs. docker and systemd count from it. */
export const SIGRTMIN: i32 = 34;

// siginfo_t: include/uapi/asm-generic/siginfo.h
/** Its size in bytes. */
export const SI_SIZE: i32 = 128;

// Errors: include/uapi/asm-generic/errno-base.h
export const EPERM: i32 = 1;
export const ENOENT: i32 = 2;
export const ESRCH: i32 = 3;
export const EINTR: i32 = 4;
export const ENOEXEC: i32 = 8;
export const ECHILD: i32 = 10;
export const EAGAIN: i32 = 11;
export const EACCES: i32 = 13;
export const ENOTDIR: i32 = 20;
export const ENOTTY: i32 = 25;
export const EPIPE: i32 = 32;

// wait4: include/uapi/linux/wait.h
export const WNOHANG: i32 = 1;
export const WUNTRACED: i32 = 2;

// prctl: include/uapi/linux/prctl.h
export const PR_SET_PDEATHSIG: i32 = 1;
export const PR_SET_CHILD_SUBREAPER: i32 = 36;
export const PR_GET_CHILD_SUBREAPER: i32 = 37;

// Files: include/uapi/asm-generic/fcntl.h
export const AT_FDCWD: i32 = -100;
/** O_PATH | O_CLOEXEC: a handle for a folder, without permission to read it, that no program inherits. */
export const O_PATH_CLOEXEC: i32 = 0x280000;
/** O_CLOEXEC */
export const O_CLOEXEC: i32 = 0x80000;

/** A write of up to this many bytes to a pipe is atomic: include/uapi/linux/limits.h */
export const PIPE_BUF: i32 = 4096;

/** pwritev2: include/uapi/linux/fs.h */
export const RWF_NOWAIT: i32 = 8;

export const CLOCK_MONOTONIC: i32 = 1;
