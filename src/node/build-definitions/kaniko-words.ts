import { existsSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";

/**
 * Translates a command line of Kaniko to docker build. Kaniko looks for the Dockerfile in the current folder, then in
 * the context (its cmd/executor/cmd/root.go).
 */
export function fromKaniko(words: readonly string[], folder = "/"): readonly string[] {
	const start = words.findIndex((word) => /(?:^|\/)executor$/.test(word));
	if (start === -1) return words;
	const values = (name: string, letter = ""): string[] =>
		words.flatMap((word, index) => {
			if (word === `--${name}` || word === `-${letter}`) return words[index + 1] ?? [];
			return word.startsWith(`--${name}=`) ? [word.slice(name.length + 3)] : [];
		});
	const context = values("context", "c")
		.at(-1)
		?.replace(/^dir:\/\//, "");
	const file = values("dockerfile", "f").at(-1);
	if (context === undefined) return [];
	const root = join(context, values("context-sub-path").at(-1) ?? "");
	const path = file === undefined || isAbsolute(file) || existsSync(resolve(folder, file)) ? file : join(root, file);
	const platforms = [...values("custom-platform"), ...values("customPlatform")];
	return [
		...["docker", "build", ...(path === undefined ? [] : ["--file", path])],
		...values("build-arg").flatMap((text) => ["--build-arg", text]),
		...values("target").flatMap((text) => ["--target", text]),
		...platforms.flatMap((text) => ["--platform", text]),
		root,
	];
}
