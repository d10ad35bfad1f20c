import { packed, text } from "./native";
import { word } from "./word";

// Texts by numbers that differ between CPUs. On MIPS, number-texts-mips.ts replaces this file.

/** The names of the signals from 1 on, and RTMIN and RTMAX. */
export function signalNames(): word {
	return text(
		"HUP\0INT\0QUIT\0ILL\0TRAP\0ABRT\0BUS\0FPE\0KILL\0USR1\0SEGV\0USR2\0PIPE\0ALRM\0TERM\0STKFLT\0CHLD\0CONT\0STOP\0TSTP\0TTIN\0TTOU\0URG\0XCPU\0XFSZ\0VTALRM\0PROF\0WINCH\0IO\0PWR\0SYS\0RTMIN\0RTMAX\0",
	);
}

/** The texts of strsignal(3), packed: each follows its number, and the one for all other numbers follows 0x7f. */
export function signalTexts(): word {
	return packed(
		"\x01Hangup\0\x02Interrupt\0\x03Quit\0\x04Illegal instruction\0\x05Trace/breakpoint trap\0\x06Aborted\0\x07Bus error\0\x08Floating point exception\0\x09Killed\0\x0aUser defined signal 1\0\x0bSegmentation fault\0\x0cUser defined signal 2\0\x0dBroken pipe\0\x0eAlarm clock\0\x0fTerminated\0\x10Stack fault\0\x12Continued\0\x13Stopped (signal)\0\x14Stopped\0\x15Stopped (tty input)\0\x16Stopped (tty output)\0\x17Urgent I/O condition\0\x18CPU time limit exceeded\0\x19File size limit exceeded\0\x1aVirtual timer expired\0\x1bProfiling timer expired\0\x1cWindow changed\0\x1dI/O possible\0\x1ePower failure\0\x1fBad system call\0\x7fReal-time signal",
	);
}

/** The texts of strerror(3) for the errors that can occur when a program is started, in the same form. */
export function errorTexts(): word {
	return packed(
		"\x01Operation not permitted\0\x02No such file or directory\0\x07Argument list too long\0\x08Exec format error\0\x0bResource temporarily unavailable\0\x0cCannot allocate memory\0\x0dPermission denied\0\x14Not a directory\0\x16Invalid argument\0\x19Inappropriate ioctl for device\0\x1aText file busy\0\x24File name too long\0\x28Too many levels of symbolic links\0\x7fUnknown error",
	);
}
