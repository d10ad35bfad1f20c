/**
 * The numbers of system calls by CPU, from Linux: arch/CPU/…/syscall….tbl (for arm, those of the EABI; for mips64le,
 * those of the n64 ABI). arm64 has the generic numbers of include/uapi/asm-generic/unistd.h, and so does riscv64.
 */
const TABLE = `
name                  amd64 arm64   arm  i386 s390x ppc64le mips64le
chdir                    80    49    12    12    12      12     5078
clock_gettime           228   113   263   265   260     246     5222
clock_gettime64           -     -   403   403     -       -        -
clone                     -   220     -     -     -       -        -
close                     3    57     6     6     6       6     5003
close_range             436   436   436   436   436     436     5436
execve                   59   221    11    11    11      11     5057
exit_group              231    94   248   252   248     234     5205
fchdir                   81    50   133   133   133     133     5079
fork                     57     -     2     2     2       2     5056
getpgid                 121   155   132   132   132     132     5119
getpid                   39   172    20    20    20      20     5038
getsid                  124   156   147   147   147     147     5122
ioctl                    16    29    54    54    54      54     5015
kill                     62   129    37    37    37      37     5060
openat                  257    56   322   295   288     286     5247
ppoll                   271    73   336   309   302     281     5261
prctl                   157   167   172   172   172     171     5153
pwritev2                328   287   393   379   377     381     5322
read                      0    63     3     3     3       3     5000
rt_sigaction             13   134   174   174   174     173     5013
rt_sigprocmask           14   135   175   175   175     174     5014
rt_sigqueueinfo         129   138   178   178   178     177     5127
rt_sigtimedwait         128   137   177   177   177     176     5126
rt_sigtimedwait_time64    -     -   421   421     -       -        -
setpgid                 109   154    57    57    57      57     5107
setsid                  112   157    66    66    66      66     5110
wait4                    61   260   114   114   114     114     5059
write                     1    64     4     4     4       4     5001
`;

const [COLUMNS = [], ...ROWS] = TABLE.trim()
	.split("\n")
	.map((line) => line.split(/ +/));

/** The number of a system call on a CPU, by the name of its column. Throws if it has none. */
export function systemCallNumber(cpu: string, name: string): number {
	const number = Number(ROWS.find(([each]) => each === name)?.[COLUMNS.indexOf(cpu)]);
	if (Number.isNaN(number)) throw new Error(`BUG: ${cpu} has no number for the system call ${name}`);
	return number;
}
