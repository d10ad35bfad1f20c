import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CommandImage } from "../../../src/core/command/command-chain.ts";
import { followCommand } from "../../../src/core/command/follow-command.ts";
import type { ImageFile } from "../../../src/core/command/image-file.ts";
import { RUNS, SEED } from "../../properties.ts";
import { lastInstruction } from "../rewrite/helpers.ts";

const COPY = lastInstruction("FROM scratch\nCOPY a b");

/** An image with one script at each path. */
function imageOf(scripts: Readonly<Record<string, string>>): CommandImage {
	const find = (path: string): ImageFile | undefined => {
		const text = Object.hasOwn(scripts, path) ? scripts[path] : undefined;
		return text === undefined
			? undefined
			: {
					by: COPY,
					origin: "context",
					path,
					name: path,
					text,
					placeOf: (line) => `${path}:${line}`,
					isExecutable: true,
				};
	};
	return { environment: new Map(), findProgram: find, findScript: find };
}

/** Scripts that end by running their arguments. */
const SCRIPTS = {
	"/plain.sh": '#!/bin/sh\nset -e\nprepare\nexec "$@"\n',
	"/drops.sh": '#!/bin/bash\nmain() {\n\texec gosu app:app "$@"\n}\nmain "$@"\n',
	"/array.sh": '#!/bin/bash\nargs=()\nfor word in "$@"; do args+=("$word"); done\nexec "${args[@]}"\n',
	"/set.sh": '#!/bin/sh\nif [ -n "$1" ]; then set -- nice -n 5 "$@"; fi\nexec "$@"\n',
	"/shift.sh": '#!/bin/sh\nuser="$1"; shift\nexec su-exec "$user" "$@"\n',
	"/child.sh": '#!/bin/sh\n"$@"\n',
	"/crlf.sh": '#!/bin/sh\r\nexec "$@"\r\n',
	"/exports.sh": '#!/bin/sh\nexport RUN="$1" A=1\nshift\nexec /runs.sh "$@"\n',
	"/runs.sh": '#!/bin/sh\nexec "$RUN" "$@"\n',
	"/sources.sh": '#!/bin/sh\nset -a\n. /first.sh "$@"\nset +a\nshift\nexec env B=2 /runs-first.sh "$@"\n',
	"/first.sh": "FIRST=$1\n",
	"/runs-first.sh": '#!/bin/sh\nexec "$FIRST" "$@"\n',
	"/waits.sh": '#!/bin/sh\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"\n',
};

function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

type Wrap = (argv: readonly string[]) => readonly string[];

const WRAPS: Readonly<Record<string, Wrap>> = {
	"an init": (argv) => ["/sbin/tini", "-g", "--", ...argv],
	"dumb-init": (argv) => ["dumb-init", "-r", "15:3", ...argv],
	pidone: (argv) => ["/sbin/pidone", "-e", "143", "--", ...argv],
	env: (argv) => ["/usr/bin/env", "A=1", "B=", ...argv],
	"env -S": (argv) => ["env", "-S", `-i A=1 ${argv.map((word) => `"${word.replace(/[\\"$]/g, "\\$&")}"`).join(" ")}`],
	nice: (argv) => ["nice", "-n", "5", ...argv],
	gosu: (argv) => ["gosu", "app", ...argv],
	setpriv: (argv) => ["setpriv", "--reuid", "1000", "--clear-groups", "--", ...argv],
	"sh -c exec": (argv) => ["/bin/sh", "-c", `exec ${argv.map(quote).join(" ")}`],
	"bash -lc with a child": (argv) => ["bash", "-lc", `prepare; ${argv.map(quote).join(" ")}`],
	"sh -c with parameters": (argv) => ["sh", "-c", 'exec "$@"', "sh", ...argv],
	"a plain script": (argv) => ["/plain.sh", ...argv],
	"a script that drops rights": (argv) => ["/drops.sh", ...argv],
	"a script with an array": (argv) => ["/array.sh", ...argv],
	"a script with words of its own": (argv) => ["/set.sh", ...argv],
	"a script that drops a word": (argv) => ["/shift.sh", "app", ...argv],
	"a script that stays the parent": (argv) => ["/child.sh", ...argv],
	"a script with CRLF": (argv) => ["/crlf.sh", ...argv],
	"a script that looks for --": (argv) => ["/waits.sh", "db:5432", "-q", "--", ...argv],
	"a script that exports the program": (argv) => ["/exports.sh", ...argv],
	"a script that sources what sets the program": (argv) => ["/sources.sh", ...argv],
	"a shell with a script": (argv) => ["bash", "-e", "/plain.sh", ...argv],
};

/** Programs that run nothing else, and words of any kind. */
const arbitraryCommand = fc.tuple(
	fc.constantFrom("app", "/opt/app/bin/app", "nginx", "node", "./server", "java"),
	fc.array(fc.string({ maxLength: 12 }), { maxLength: 5 }),
);

describe("followCommand", () => {
	it("finds the same program, with the same words, whatever runs it", { timeout: 600_000 }, () => {
		fc.assert(
			fc.property(
				arbitraryCommand,
				fc.array(fc.constantFrom(...Object.keys(WRAPS)), { maxLength: 6 }),
				([program, words], names) => {
					const command = [program, ...words];
					const wrapped = names.reduceRight<readonly string[]>((argv, name) => WRAPS[name]?.(argv) ?? argv, command);
					// A script must not occur more than twice, because it would be treated as one that starts itself.
					fc.pre(
						new Set(names).size === names.length &&
							!(names.includes("a plain script") && names.includes("a shell with a script")),
					);
					const chains = followCommand(wrapped, imageOf(SCRIPTS));
					expect(chains.map(({ steps, unknown }) => ({ argv: steps.at(-1)?.argv, unknown }))).toEqual([
						{ argv: command, unknown: undefined },
					]);
				},
			),
			{ numRuns: RUNS, seed: SEED },
		);
	});
});
