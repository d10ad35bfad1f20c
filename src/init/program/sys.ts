import { word } from "./word";

// Each function is a WebAssembly import that the compiler replaces with the system call of that name; the numbers are
// in src/init/compiler/system-calls.ts. Results are the kernel's: minus errno on failure. Section 2 of the man pages
// describes them.

export declare function write(fd: i32, buffer: word, size: word): i32;

export declare function pwritev2(fd: i32, vector: word, count: i32, low: word, high: word, flags: i32): i32;

export declare function ppoll(fds: word, count: i32, timeout: word, mask: word, size: word): i32;

export declare function read(fd: i32, buffer: word, size: word): i32;

export declare function openat(folder: i32, path: word, flags: i32, mode: i32): i32;

export declare function close(fd: i32): i32;

export declare function close_range(first: i32, last: i32, flags: i32): i32;

export declare function chdir(path: word): i32;

export declare function fchdir(fd: i32): i32;

export declare function fork(): i32;

export declare function execve(path: word, argv: word, envp: word): i32;

export declare function wait4(pid: i32, status: word, options: i32, usage: word): i32;

export declare function exit_group(status: i32): i32;

export declare function kill(pid: i32, signal: i32): i32;

export declare function rt_sigqueueinfo(pid: i32, signal: i32, info: word): i32;

export declare function getpid(): i32;

export declare function getpgid(pid: i32): i32;

export declare function getsid(pid: i32): i32;

export declare function setpgid(pid: i32, group: i32): i32;

export declare function setsid(): i32;

export declare function ioctl(fd: i32, request: i32, argument: word): i32;

export declare function prctl(operation: i32, argument: word): i32;

export declare function rt_sigprocmask(how: i32, set: word, old: word, size: word): i32;

export declare function rt_sigaction(signal: i32, action: word, old: word, size: word): i32;

export declare function rt_sigtimedwait(set: word, info: word, timeout: word, size: word): i32;

// Only on 32-bit CPUs: with 64-bit times.
export declare function rt_sigtimedwait_time64(set: word, info: word, timeout: word, size: word): i32;

export declare function clock_gettime64(clock: i32, time: word): i32;

export declare function clock_gettime(clock: i32, time: word): i32;
