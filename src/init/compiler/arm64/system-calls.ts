/**
 * Numbers of system calls (Linux, include/uapi/asm-generic/unistd.h). There is no open and no fork: openat and clone do
 * their work.
 */
export const SYSTEM_CALLS: Readonly<Record<string, number>> = {
	ioctl: 29,
	chdir: 49,
	fchdir: 50,
	openat: 56,
	close: 57,
	read: 63,
	write: 64,
	pwritev2: 287,
	ppoll: 73,
	exit_group: 94,
	clock_gettime: 113,
	kill: 129,
	rt_sigaction: 134,
	rt_sigprocmask: 135,
	rt_sigqueueinfo: 138,
	rt_sigtimedwait: 137,
	setpgid: 154,
	getpgid: 155,
	getsid: 156,
	setsid: 157,
	prctl: 167,
	getpid: 172,
	clone: 220,
	execve: 221,
	wait4: 260,
	close_range: 436,
};
