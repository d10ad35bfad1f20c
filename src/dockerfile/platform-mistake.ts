// What keeps a text from being a platform (github.com/containerd/platforms: Parse). BuildKit asks for it in FROM --platform.

const SYSTEM = /^([A-Za-z0-9_-]+)(?:\([A-Za-z0-9_.%-]*(?:\+[A-Za-z0-9_.%-]+)*\))?$/;
const PART = /^[A-Za-z0-9_.-]+$/;

const SYSTEMS = new Set("aix android darwin dragonfly freebsd hurd illumos ios js linux macos nacl netbsd openbsd plan9 solaris windows zos".split(" "));
const ARCHITECTURES = new Set(
	`386 aarch64 amd64 amd64p32 arm arm64 arm64be armbe armel armhf i386 loong64 mips mips64 mips64le mips64p32 mips64p32le mipsle ppc ppc64 ppc64le
	riscv riscv64 s390 s390x sparc sparc64 wasm x86-64 x86_64`.split(/\s+/),
);

/** What is wrong with the name of a platform; undefined when it is one. */
export function findPlatformMistake(text: string): string | undefined {
	const [system = "", ...parts] = text.split("/");
	const name = SYSTEM.exec(system)?.[1]?.toLowerCase();
	if (name === undefined || parts.length > 2 || !parts.every((part) => PART.test(part))) return "a platform is OS/ARCHITECTURE, such as linux/arm64";
	const isKnown = parts.length > 0 || SYSTEMS.has(name) || ARCHITECTURES.has(system.toLowerCase());
	return isKnown ? undefined : `${system} is neither an operating system nor an architecture: write OS/ARCHITECTURE, such as linux/arm64`;
}
