// Dockerfiles that look like real ones: sizes and shares follow a count over 12,036 files of 240 public repositories.
// The same seed always makes the same files.
import { Random } from "./random.js";
import * as words from "./vocabulary.js";

/** @typedef {import("./vocabulary.js").BaseImage} BaseImage */

/**
 * @param {number} count
 * @param {number} [seed]
 * @returns {string[]} valid Dockerfiles of 5 to 120 lines
 */
export function makeCorpus(count, seed = 1) {
	const random = new Random(seed);
	return Array.from({ length: count }, () => new Writer(random).write());
}

/** Writes one file. */
class Writer {
	#random;
	/** @type {string[]} */
	#lines = [];
	#size;
	#blank;
	#hasInnerComments;

	/** @param {Random} random */
	constructor(random) {
		this.#random = random;
		this.#size = drawSize(random);
		this.#blank = random.chance(14.5) ? " " : "";
		this.#hasInnerComments = random.chance(12);
	}

	write() {
		const random = this.#random;
		this.#writeHead();
		const stages = this.#size >= 12 && random.chance(26) ? random.integer(2, 4) : 1;
		const names = random.sample(words.stageNames, stages);
		const share = Math.floor((this.#size - this.#lines.length) / stages);
		for (let index = 0; index < stages - 1; index++) this.#writeBuilder(names[index] ?? "build", share);
		this.#writeFinal(names.slice(0, stages - 1));
		return this.#finish();
	}

	#writeHead() {
		const random = this.#random;
		if (random.chance(2)) this.#lines.push("# syntax=docker/dockerfile:1");
		if (this.#size > 15 && random.chance(20))
			this.#lines.push("# Copyright the authors.", "# SPDX-License-Identifier: Apache-2.0", "");
	}

	/**
	 * @param {string} name
	 * @param {number} share how many lines the stage should have
	 */
	#writeBuilder(name, share) {
		const end = this.#lines.length + share;
		this.#lines.push(
			`FROM ${this.#random.pick(words.builders)} ${this.#random.chance(80) ? "AS" : "as"} ${name}`,
			"WORKDIR /src",
			"COPY . .",
		);
		while (this.#lines.length < end - 2) this.#writeBlock("none");
		this.#lines.push(`RUN ${this.#random.pick(words.buildSteps)}`, "");
	}

	/** @param {readonly string[]} names the stages in front */
	#writeFinal(names) {
		const random = this.#random;
		const base = random.weighted(words.bases);
		const parent = names.length > 0 && random.chance(40) ? random.pick(names).toLowerCase() : undefined;
		const manager = parent === undefined ? base.manager : "none";
		this.#writeFrom(parent ?? random.pick(base.images));
		if (random.chance(2.5) && manager === "apt-get") this.#lines.push('SHELL ["/bin/bash", "-o", "pipefail", "-c"]');
		for (const name of names) this.#lines.push(`COPY --from=${name} --chown=1000:1000 /out/ /opt/app/`);
		if (manager !== "none") this.#writeInstall(manager);
		const end = [
			...(random.chance(23) ? [`USER ${random.pick(["app", "1000", "nobody", "65532:65532", "node"])}`] : []),
			...makeCommand(random),
		];
		while (this.#lines.length < this.#size - end.length) this.#writeBlock(manager);
		this.#lines.push(...end);
	}

	/** @param {string} image */
	#writeFrom(image) {
		const colon = image.lastIndexOf(":");
		if (this.#random.chance(10.5) && colon > image.lastIndexOf("/") && !image.includes("@")) {
			this.#lines.unshift(`ARG BASE_VERSION=${image.slice(colon + 1)}`);
			this.#lines.push("", `FROM ${image.slice(0, colon)}:\${BASE_VERSION}`);
		} else this.#lines.push(`FROM ${image}`);
	}

	/** @param {Exclude<BaseImage["manager"], "none">} manager */
	#writeInstall(manager) {
		const { head, tail } = words.installCommands[manager];
		const packages = this.#random.sample(
			words.packages,
			this.#random.integer(1, Math.max(2, Math.min(16, this.#size >> 2))),
		);
		if (packages.length <= 3)
			this.#lines.push(`RUN ${[`${head.join(" && ")} ${packages.join(" ")}`, ...tail].join(" && ")}`);
		else {
			const lines = [
				...head.map((each, index) => (index === 0 ? `RUN ${each}` : `    && ${each}`)),
				...packages.map((each) => `        ${each}`),
			];
			this.#pushContinued([...lines, ...tail.map((each) => `    && ${each}`)]);
		}
	}

	/** @param {readonly string[]} lines physical lines without the continuation character */
	#pushContinued(lines) {
		for (const [index, line] of lines.entries()) {
			if (index === 2 && this.#hasInnerComments) this.#lines.push("    # needed at run time");
			this.#lines.push(index === lines.length - 1 ? line : `${line} \\${this.#blank}`);
		}
	}

	/** @param {BaseImage["manager"]} manager */
	#writeBlock(manager) {
		const random = this.#random;
		const room = this.#size - this.#lines.length;
		const kind = random.weighted(BLOCKS);
		if (kind === "run") {
			const steps = random.sample(words.shellSteps, random.integer(1, Math.max(1, Math.min(6, room - 2))));
			this.#pushContinued(steps.map((step, index) => (index === 0 ? `RUN ${step}` : `    && ${step}`)));
		} else if (kind === "install" && manager !== "none" && room > 8) this.#writeInstall(manager);
		else if (kind === "heredoc" && room > 6)
			this.#lines.push("RUN <<EOF", "set -eux", 'echo "a << b" > /etc/motd', "install -d /data", "EOF");
		else if (kind === "build")
			this.#lines.push("COPY package*.json requirements.txt* ./", `RUN ${random.pick(words.buildSteps)}`);
		else this.#lines.push(random.pick(SIMPLE));
	}

	#finish() {
		const random = this.#random;
		const lines = random.chance(0.2)
			? this.#lines.map((line) => line.replace(/^[A-Z]+(?= )/, (keyword) => keyword.toLowerCase()))
			: this.#lines;
		const text = lines.join(random.chance(0.3) ? "\r\n" : "\n") + (random.chance(8.7) ? "" : "\n");
		return random.chance(0.1) ? `\uFEFF${text}` : text;
	}
}

/**
 * @param {Random} random
 * @returns {string[]} the lines that say what the image runs
 */
function makeCommand(random) {
	const kind = random.weighted(COMMANDS);
	const lines = kind !== "none" && random.chance(6) ? ["# what the container runs"] : [];
	if (kind === "init") lines.push(`ENTRYPOINT ${JSON.stringify(random.pick(words.initEntrypoints))}`);
	if (kind.startsWith("entrypoint"))
		lines.push(`ENTRYPOINT ${JSON.stringify(random.pick(words.entrypoints)).replaceAll(",", ", ")}`);
	if (kind === "shell-entrypoint") lines.push(`ENTRYPOINT ${random.pick(words.shellCommands)}`);
	if (kind === "empty") lines.push("ENTRYPOINT []");
	if (kind === "shell") lines.push(`CMD ${random.pick(words.shellCommands)}`);
	if (kind === "exec" || kind === "entrypoint-cmd" || kind === "empty" || kind === "init") {
		lines.push(
			`CMD ${JSON.stringify(random.pick(words.execCommands)).replaceAll('","', random.chance(90) ? '", "' : '","')}`,
		);
	}
	return lines;
}

/** A log-normal size: half of the files have fewer than 24 lines. @param {Random} random */
function drawSize(random) {
	const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
	return Math.min(100, Math.max(5, Math.round(Math.exp(Math.log(24) + 0.75 * normal))));
}

/**
 * @type {readonly (readonly [number, "none" | "exec" | "entrypoint-cmd" | "entrypoint" | "shell" | "shell-entrypoint" |
 * "empty" | "init"])[]}
 */
const COMMANDS = [
	[52.9, "none"],
	[18.5, "exec"],
	[9.9, "entrypoint-cmd"],
	[8.9, "entrypoint"],
	[7.5, "shell"],
	[0.7, "shell-entrypoint"],
	[0.5, "empty"],
	[1.1, "init"],
];

/** @type {readonly (readonly [number, "run" | "install" | "heredoc" | "build" | "simple"])[]} */
const BLOCKS = [
	[30, "run"],
	[6, "install"],
	[0.4, "heredoc"],
	[10, "build"],
	[53, "simple"],
];

const SIMPLE = [
	"ENV LANG=C.UTF-8 LC_ALL=C.UTF-8",
	'ENV PATH="/opt/app/bin:$PATH" \\\n    APP_HOME=/opt/app',
	"ENV DEBIAN_FRONTEND noninteractive",
	"ARG TOOL_VERSION=1.2.3",
	"ARG VERSION",
	'LABEL org.opencontainers.image.title="app" org.opencontainers.image.vendor="Example, Inc."',
	'LABEL maintainer="team@example.org"',
	"WORKDIR /opt/app",
	"COPY . .",
	"COPY --chown=app:app config/ /etc/app/",
	"COPY docker-entrypoint.sh /usr/local/bin/",
	"ADD https://downloads.example.org/release.tar.gz /tmp/",
	"EXPOSE 8080",
	"EXPOSE 80 443/tcp",
	'VOLUME ["/data"]',
	"VOLUME /var/lib/app",
	"",
	"",
	"# install what the application needs",
	"# see the documentation for the reasons",
	"HEALTHCHECK --interval=30s --timeout=3s \\\n  CMD curl -f http://localhost:8080/health || exit 1",
	"STOPSIGNAL SIGQUIT",
];
