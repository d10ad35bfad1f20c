import { UserError } from "../config/user-error.ts";
import { PLATFORM } from "../rewrite/check-options.ts";

/** Other names of architectures, as builders take them (containerd: platforms/database.go). */
const ARCHITECTURES: Readonly<Record<string, string>> = {
	x86_64: "amd64",
	"x86-64": "amd64",
	aarch64: "arm64",
	"arm64/v8": "arm64",
	"aarch64/v8": "arm64",
	"amd64/v1": "amd64",
	arm: "arm/v7",
	armhf: "arm/v7",
	armel: "arm/v6",
	i386: "386",
	i486: "386",
	i586: "386",
	i686: "386",
};

const SYSTEM = /^(?:linux|windows|darwin|freebsd|wasip1)(?:\([^)]*\))?$/;

/**
 * The platforms that `--platform` asks for, with one name for each.
 * @param lists values of the option, each with commas
 * @returns undefined when nothing says which architecture is meant, as in `--platform linux` and `--platform local`
 * Throws UserError for what is no platform.
 */
export function readPlatformLists(lists: readonly string[]): string[] | undefined {
	const texts = lists.flatMap((list) => list.split(",")).filter((text) => text !== "");
	if (texts.length === 0 || texts.some((text) => text === "local" || SYSTEM.test(text))) return undefined;
	return [...new Set(texts.map(readPlatform))];
}

function readPlatform(text: string): string {
	const [first = "", ...rest] = text.toLowerCase().split("/");
	const hasSystem = SYSTEM.test(first);
	const architecture = (hasSystem ? rest : [first, ...rest]).join("/");
	const platform = `${hasSystem ? first.replace(/\(.*/, "") : "linux"}/${ARCHITECTURES[architecture] ?? architecture}`;
	if (!PLATFORM.test(platform)) throw new UserError(`--platform ${text}: is no platform such as linux/arm64`);
	return platform;
}
