import type { ShellValue } from "./value.ts";

/** Whether a program does one thing and exits, so that it is not what a container runs. */
export function isShortLived(argv: readonly ShellValue[]): boolean {
	const name = nameOf(argv);
	if (name === "tail") return !follows(argv.map(({ text }) => text));
	if (STARTERS.has(name)) return /^(?:force-)?(?:re)?(?:load|start|stop)$/.test(argv.at(-1)?.text ?? "");
	return !runsForever(argv) && SHORT_LIVED.has(name);
}

/** Programs that start a service by its name, which detaches itself. */
export const STARTERS: ReadonlySet<string> = new Set(["service", "rc-service", "invoke-rc.d"]);

/** Whether `tail` ends when a program in the background does: `tail -f --pid=$! log`. */
export function waitsForProgram(argv: readonly ShellValue[]): boolean {
	return nameOf(argv) === "tail" && argv.some(({ text }) => text.startsWith("--pid"));
}

/** Whether a program keeps a container running without doing anything: `tail -f`, `sleep infinity`. */
export function runsForever(argv: readonly ShellValue[]): boolean {
	const name = nameOf(argv);
	const words = argv.slice(1).map(({ text }) => text);
	if (name === "tail") return follows(words) && !words.some((word) => word.startsWith("--pid"));
	return name === "sleep" && words.some((word) => /^inf/.test(word));
}

/** `tail -f`, `tail -n 100 -F`. */
function follows(words: readonly string[]): boolean {
	return words.some((word) => /^(?:-[a-zA-Z0-9]*[fF]|--follow)/.test(word));
}

function nameOf([program]: readonly ShellValue[]): string {
	const path = program?.text ?? "";
	return path.slice(path.lastIndexOf("/") + 1);
}

/** Programs that do one thing and exit. */
const SHORT_LIVED = new Set(
	`addgroup adduser awk base64 basename bg cat chgrp chmod chown cmp cp csplit curl cut date dd deluser df diff
	dirname dos2unix du echo egrep envsubst expr fgrep find getent grep groupadd groupmod gunzip gzip hash head help
	hostname id install jobs jq keytool kill ln logger ls md5sum mkdir mkfifo mknod mktemp mount mv openssl printenv
	ps pwd readlink realpath rm rmdir sed seq sha256sum shopt sleep sort stat stty sync sysctl tail tar tee times
	touch tr type ulimit umask umount uname uniq unlink unzip update-ca-certificates update-ca-trust useradd usermod
	wc wget which whoami xargs yq`.split(/\s+/),
);
