import type { InitProgram } from "./init.ts";

const CPU =
	"(?:amd64|x86_64|arm64|aarch64|armhf|armel|armv7l?|i386|i686|386|mips64el|mips64le|ppc64el|ppc64le|riscv64|s390x)";

/** By the names of programs and of files in releases: `tini-static-amd64`, `dumb-init_1.2.5_x86_64`. */
const PROGRAMS: readonly (readonly [pattern: RegExp, program: InitProgram])[] = [
	[/^pidone(?:-linux-\w+(?:-v\d)?)?$/, "pidone"],
	[new RegExp(`^(?:docker-init|tini(?:-static|-muslc)?(?:-${CPU})?)$`), "tini"],
	[new RegExp(`^dumb-init(?:[_-]v?[\\d.]+)?(?:[_-]${CPU})?$`), "dumb-init"],
	[new RegExp(`^catatonit(?:[.-]${CPU})?$`), "catatonit"],
	[/^pid1$/, "pid1"],
];

/** Tells which init a program is by its file name; undefined for other programs. */
export function initProgramOf(fileName: string): InitProgram | undefined {
	if (!/^(?:pid|tini|dumb-init|docker-init|catatonit)/.test(fileName)) return undefined;
	return PROGRAMS.find(([pattern]) => pattern.test(fileName))?.[1];
}
