import { type Command, Option } from "commander";

/** A group of options that several commands have. */
export interface OptionGroup {
	readonly title: string;
	/** Adds the options to a command. */
	readonly add: (command: Command) => Command;
}

/** A value of an option that may be repeated. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
	return [...previous, value];
}

export const initOptions: OptionGroup = {
	title: "The init:",
	add: (command) =>
		command
			.option("--init <name>", "pidone, tini or dumb-init (default: pidone)")
			.option("--install <method>", "how to install it in the image (default: auto)")
			.option("--mirror <kind=url>", "another host for the install step: apk, apt, rpm, pip or download", collect)
			.option("--templates <dir>", "a directory of install templates that replace the built-in ones")
			.option("--source <dir>", "the directory in the build context with the binaries (default: .pidone)")
			.option("--entrypoint-path <path>", "the init's path in the image")
			.option("--init-option <option>", "an option for the init, before --", collect)
			.option("--kill-orphans <names>", "let pidone end orphans of these programs, such as 'php-fpm*'", collect)
			.option("--replace", "replace another init with this one, and translate its options")
			.option("--inherited", "if a stage sets no command, restate the base image's after the init")
			.option("--exec", "add exec to simple shell commands instead of signalling their process group"),
};

export const buildOptions: OptionGroup = {
	title: "The build:",
	add: (command) =>
		command
			.option("--target <stage>", "the stage to build (default: the last)")
			.option("--build-arg <name=value>", "a value for ARG; without =value, from the environment", collect)
			.option("--platform <list>", "platforms of the image (default: linux/amd64,linux/arm64)", collect)
			.option("--context <dir>", "the build context (default: the directory of the Dockerfile)"),
};

export const baseOptions: OptionGroup = {
	title: "Unknown base images (VALUE for all, or IMAGE=VALUE):",
	add: (command) =>
		command
			.option("--base-entrypoint <json>", "the ENTRYPOINT of the base image; [] for none", collect)
			.option("--base-cmd <json>", "its CMD", collect)
			.option("--base-user <user>", "its USER", collect)
			.option("--base-shell <json>", "its SHELL", collect)
			.option("--base-config <file>", "a YAML or JSON list of images and what they declare", collect)
			.option("--frozen", "look nothing up; fail if pidone.lock.json lacks a base image"),
};

export const sourceOptions: OptionGroup = {
	title: "Where to look up what base images declare:",
	add: (command) =>
		command
			.option(
				"--resolve <list>",
				"in order: catalogue, lock, layout, engine, registry; and files (default: catalogue,lock)",
			)
			.option("--inspect [engine]", "also ask docker, podman, nerdctl, or any of them; never pulls")
			.option("--layout <path>", "also read an OCI layout, its archive, or one of docker save; or IMAGE=PATH", collect)
			.option("--insecure-registry <host>", "a registry (or CIDR) that may lack TLS or a trusted certificate", collect),
};

/** Adds the options that select a config file. */
export function addConfigOptions(command: Command): Command {
	return command
		.option("--config <file>", "a config file, instead of the nearest .pidone.yaml")
		.option("--no-config", "ignore config files");
}

export const otherOptions: OptionGroup = {
	title: "Other:",
	add: (command) =>
		addConfigOptions(command).option("-q, --quiet", "print less").option("-v, --verbose", "print every stage"),
};

export const inputOptions: OptionGroup = {
	title: otherOptions.title,
	add: (command) => otherOptions.add(command).option("--stdin-filename <path>", "the path to use for standard input"),
};

/** An option with a default, which the help shows without quotes. */
export function withDefault(flags: string, description: string, value: string): Option {
	return new Option(flags, description).default(value, value);
}

/** For commands that walk directories. */
export function fromBuildsOption(): Option {
	return new Option("--from-builds", "in directories, also read Compose files and other build definitions");
}

/** For commands that process many files: which ones. */
export const selectOptions: OptionGroup = {
	title: "Which files:",
	add: (command) =>
		command
			.addOption(fromBuildsOption())
			.option("--changed-since <ref>", "only Dockerfiles that a change since this git commit or branch affects")
			.option("--shard <i/n>", "only part I of N, by the files' paths"),
};

/** For commands that process many files. */
export const manyFilesOptions: OptionGroup = {
	title: otherOptions.title,
	add: (command) =>
		inputOptions.add(command).option("--jobs <n>", "threads for many files (default: one for each core, at most 8)"),
};

/** Adds options to a command, and describes them in its help. */
export function addShared(command: Command, groups: readonly OptionGroup[]): void {
	for (const { title, add } of groups) add(command.optionsGroup(title));
}

/** Adds options to a command, and lists only their names in its help: the help of rewrite describes them. */
export function addSharedByName(command: Command, groups: readonly OptionGroup[]): void {
	const lines = groups.map(({ title, add }) => {
		const before = command.options.length;
		add(command);
		const added: readonly Option[] = command.options.slice(before);
		for (const option of added) option.hideHelp();
		return `  ${title}\n${wrap(added.map(({ long }) => String(long)))}`;
	});
	command.addHelpText("after", `\nShared options, described by pidone rewrite --help:\n${lines.join("\n")}`);
}

function wrap(words: readonly string[]): string {
	const lines: string[] = [];
	for (const word of words) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length + 2 <= 96) lines[lines.length - 1] = `${last}, ${word}`;
		else lines.push(word);
	}
	return lines.map((line) => `    ${line}`).join("\n");
}
