import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { listWords } from "../../../src/core/dockerfile/validate.ts";

const folder = new URL("../../fixtures/dockerfile/negative/", import.meta.url);
const files = readdirSync(folder);

/** What is wrong with each file of the folder, and where. */
const refusals: readonly (readonly [name: string, place: string, message: string])[] = [
	["add-checksum-without-value", "2:1", "missing a value on flag: --checksum"],
	["add-from", "2:1", "unknown flag: --from"],
	["add-one-word", "2:1", "ADD requires at least two arguments: one or more sources, then the destination"],
	["arg-blank-name", "1:1", "ARG names can not be blank: write NAME=value"],
	["arg-empty", "2:1", "ARG requires at least one argument"],
	["basic", "1:1", "unknown instruction: FORM"],
	[
		"byte-order-mark-twice",
		"1:2",
		"unknown instruction: <U+FEFF>FROM (U+FEFF (byte order mark) is not a blank: delete it, or replace it with one)",
	],
	["cmd-nested-array", "2:1", "a JSON array may contain only strings: quote every element"],
	["cmd-number-in-array", "2:1", "a JSON array may contain only strings: quote every element"],
	["cmd-with-flag", "2:1", "unknown flag: --b (CMD takes none)"],
	["command-before-from", "4:3", "no build stage in current context: only ARG may come before the first FROM, not RUN"],
	["copy-array-of-one", "2:1", "COPY requires at least two arguments: one or more sources, then the destination"],
	["copy-empty", "2:1", "COPY requires at least two arguments: one or more sources, then the destination"],
	["copy-from-twice", "2:1", "duplicate flag specified: --from"],
	["copy-link-empty", "2:1", "missing a value on flag: --link"],
	["copy-link-not-boolean", "2:1", "expecting boolean value for flag --link, not: maybe"],
	["copy-number-in-array", "2:1", "a JSON array may contain only strings: quote every element"],
	["copy-one-word", "2:1", "COPY requires at least two arguments: one or more sources, then the destination"],
	["copy-unknown-flag", "2:1", "unknown flag: --chwon"],
	["crlf", "2:1", "ENV must have two arguments: write ENV NAME=value"],
	["directive-twice", "2:1", "only one escape parser directive is allowed: remove this one"],
	["empty", "1:1", "file with no instructions: a Dockerfile begins with ARG or FROM"],
	["entrypoint-continued-array-with-number", "2:1", "a JSON array may contain only strings: quote every element"],
	["entrypoint-null-in-array", "2:1", "a JSON array may contain only strings: quote every element"],
	["entrypoint-with-flag", "3:1", "unknown flag: --interactive (ENTRYPOINT takes none)"],
	["env-blank-name", "2:1", "ENV names can not be blank: write NAME=value"],
	["env-empty", "2:1", "ENV requires at least one argument"],
	["env-one-word", "2:1", "ENV must have two arguments: write ENV NAME=value"],
	["env-word-without-equals", "2:1", 'can\'t find = in "C": it must be of the form name=value'],
	["escape-directive-wrong", "1:1", 'invalid escape character "/": it must be \\ or `'],
	["expose-empty", "2:1", "EXPOSE requires at least one argument"],
	["from-comment-after", "1:1", "FROM requires either one or three arguments: FROM image, or FROM image AS name"],
	["from-empty", "1:1", "FROM requires either one or three arguments: FROM image, or FROM image AS name"],
	["from-four-words", "1:1", "FROM requires either one or three arguments: FROM image, or FROM image AS name"],
	[
		"from-name-with-digit-first",
		"1:1",
		'invalid name for build stage: "1b": it must begin with a letter and contain only letters, digits, and - _ .',
	],
	[
		"from-name-with-wrong-character",
		"1:1",
		'invalid name for build stage: "b/c": it must begin with a letter and contain only letters, digits, and - _ .',
	],
	["from-platform-twice", "1:1", "duplicate flag specified: --platform"],
	["from-platform-without-value", "1:1", "missing a value on flag: --platform"],
	["from-two-words", "1:1", "FROM requires either one or three arguments: FROM image, or FROM image AS name"],
	["from-unknown-flag", "1:1", "unknown flag: --target"],
	["from-without-as", "1:1", "FROM requires either one or three arguments: FROM image, or FROM image AS name"],
	["healthcheck-empty-array", "2:1", "missing command after HEALTHCHECK CMD"],
	["healthcheck-empty", "2:1", "HEALTHCHECK requires at least one argument: NONE, or CMD and a command"],
	["healthcheck-interval-without-unit", "2:1", 'invalid duration "30" of --interval: write, for example, 30s or 1m30s'],
	["healthcheck-interval-without-value", "2:1", "missing a value on flag: --interval"],
	["healthcheck-none-with-argument", "2:1", "HEALTHCHECK NONE takes no arguments"],
	["healthcheck-number-in-array", "2:1", "a JSON array may contain only strings: quote every element"],
	["healthcheck-retries-negative", "2:1", "--retries cannot be negative (-1)"],
	["healthcheck-retries-no-number", "2:1", 'invalid number "many" of --retries'],
	["healthcheck-retries-too-large", "2:1", 'invalid number "2147483648" of --retries'],
	["healthcheck-timeout-too-short", "2:1", "the duration 999us of --timeout is less than 1ms"],
	["healthcheck-timeout-twice", "2:1", "duplicate flag specified: --timeout"],
	["healthcheck-unknown-flag", "2:1", "unknown flag: --intervall"],
	["healthcheck-unknown-type", "2:1", 'unknown type "curl" in HEALTHCHECK: it must be NONE or CMD'],
	["healthcheck-without-command", "2:1", "missing command after HEALTHCHECK CMD"],
	["heredoc-as-destination", "2:1", "COPY cannot accept a heredoc as a destination"],
	["heredoc-indented-end", "2:1", 'unterminated heredoc: no line "EOF" ends what << begins'],
	["heredoc-second-unterminated", "2:1", 'unterminated heredoc: no line "b" ends what << begins'],
	["heredoc-unterminated", "2:1", 'unterminated heredoc: no line "EOF" ends what << begins'],
	["label-blank-name", "2:1", "LABEL names can not be blank: write NAME=value"],
	["label-empty", "2:1", "LABEL requires at least one argument"],
	["label-one-word", "2:1", "LABEL must have two arguments: write LABEL NAME=value"],
	["label-word-without-equals", "2:1", 'can\'t find = in "d": it must be of the form name=value'],
	["lower-case", "2:1", "ENV must have two arguments: write ENV NAME=value"],
	["maintainer-empty", "2:1", "MAINTAINER requires exactly one argument"],
	[
		"no-break-space-after-keyword",
		"2:1",
		"unknown instruction: RUN<U+00A0>B (U+00A0 (no-break space) is not a blank: delete it, or replace it with one)",
	],
	["no-from", "2:1", "the file contains no stages to build: add FROM"],
	["onbuild-empty", "2:1", "ONBUILD requires at least one argument"],
	["onbuild-env-one-word", "2:1", "ENV must have two arguments: write ENV NAME=value"],
	["onbuild-from", "2:1", "FROM is not allowed as an ONBUILD trigger"],
	["onbuild-maintainer", "2:1", "MAINTAINER is not allowed as an ONBUILD trigger"],
	["onbuild-number-in-array", "2:1", "a JSON array may contain only strings: quote every element"],
	["onbuild-onbuild", "2:1", "ONBUILD ONBUILD is not allowed"],
	["onbuild-with-flag", "2:1", "unknown flag: --b (ONBUILD takes none)"],
	["only-comments", "1:1", "file with no instructions: a Dockerfile begins with ARG or FROM"],
	["prose", "1:1", "unknown instruction: THIS"],
	["run-mount-from-variable", "2:1", "'from' of a mount doesn't support variables: define a stage and name that"],
	["run-mount-without-value", "2:1", "missing a value on flag: --mount"],
	["run-network-twice", "2:1", "duplicate flag specified: --network"],
	["run-network-wrong", "2:1", 'unsupported network mode "bridge": default, none or host'],
	["run-object-in-array", "2:1", "a JSON array may contain only strings: quote every element"],
	["run-unknown-flag", "2:1", "unknown flag: --foo"],
	["shell-empty-array", "2:1", "SHELL requires at least one argument"],
	["shell-empty", "2:1", "SHELL requires at least one argument"],
	["shell-in-shell-form", "2:1", 'SHELL requires the arguments to be in JSON form: SHELL ["/bin/bash", "-c"]'],
	["shell-number", "2:1", "a JSON array may contain only strings: quote every element"],
	["shell-with-flag", "2:1", "unknown flag: --b (SHELL takes none)"],
	["stopsignal-empty", "2:1", "STOPSIGNAL requires exactly one argument"],
	["third-stage", "4:1", "FROM requires either one or three arguments: FROM image, or FROM image AS name"],
	["user-empty", "2:1", "USER requires exactly one argument"],
	["volume-blank-in-array", "2:1", "VOLUME specified can not be an empty string"],
	["volume-empty-array", "2:1", "VOLUME requires at least one argument"],
	["volume-empty", "2:1", "VOLUME requires at least one argument"],
	["volume-number", "2:1", "a JSON array may contain only strings: quote every element"],
	["workdir-empty", "2:1", "WORKDIR requires exactly one argument"],
	["workdir-with-flag", "2:1", "unknown flag: --b (WORKDIR takes none)"],
];

describe("parseDockerfile", () => {
	it("has a row for every file that is to be refused", () => {
		expect(refusals.map(([name]) => `${name}.Dockerfile`).toSorted()).toEqual(files.toSorted());
	});

	it.each(refusals)("refuses %s at %s: %s", (name, place, message) => {
		const source = readFileSync(new URL(`${name}.Dockerfile`, folder), "utf8");
		const error = catchError(() => parseDockerfile(source));
		expect(error).toBeInstanceOf(DockerfileSyntaxError);
		if (!(error instanceof DockerfileSyntaxError)) return;
		expect({ place: `${error.line}:${error.column}`, message: error.message }).toEqual({ place, message });
	});

	it.each([
		["CMD", "a bare CMD, which is the shell form of nothing"],
		["CMD []", "an empty CMD"],
		["CMD [1e999]", "a number that Go cannot read, which makes it shell form"],
		["CMD -- --a", "flags after --"],
		["ENTRYPOINT", "a bare ENTRYPOINT"],
		["ENTRYPOINT []", "an empty ENTRYPOINT"],
		["RUN", "a bare RUN"],
		["RUN []", "an empty RUN"],
		["RUN --mount=type=cache,target=/a --mount=type=secret,id=b c", "several mounts"],
		["RUN --mount=type=bind,from=a$,target=/c d", "a mount from what only looks like a variable"],
		["RUN --network= a", "an empty network mode"],
		["RUN --network=host a", "a network mode"],
		["RUN --security=insecure a", "a security mode"],
		["RUN --device=a b", "a device"],
		["COPY --from=a --chown=b --chmod=0755 --link --parents --exclude=c --exclude=d e f", "every flag of COPY"],
		["COPY --link=TRUE a b", "a boolean in any case"],
		[
			"ADD --checksum=sha256:a --keep-git-dir=true --unpack=false --link=false --chown=a --chmod=b https://c/d e",
			"every flag of ADD",
		],
		["COPY a\u00a0b c", "words that only BuildKit's own white space separates"],
		["COPY [] a", "brackets that are not JSON"],
		["VOLUME /a /b", "several volumes"],
		['VOLUME ["/a", "/b"]', "volumes in JSON"],
		["ENV A b c", "the old form of ENV"],
		["ENV A =b", "the old form of ENV, whose value begins with ="],
		['ENV PATH ="x"', "the old form of ENV, whose value begins with = and a quote"],
		["ENV A = b =c", "the old form of ENV, with several words that begin with ="],
		["ENV A=", "an empty value"],
		["ENV A=b\u00a0C=d", "assignments that a no-break space separates"],
		["LABEL a b", "the old form of LABEL"],
		['LABEL maintainer = "a b"', "the old form of LABEL with a lone ="],
		["LABEL a b = c", "the old form of LABEL with a lone = further on"],
		["ONBUILD LABEL a = b", "the old form of LABEL in a trigger"],
		['LABEL "a b"=c', "a quoted name"],
		["LABEL a=<<EOF", "what looks like a heredoc in LABEL"],
		["ARG A", "an ARG without default"],
		["ARG A=1 B C=3", "several ARGs"],
		["ARG --foo A", "flags of ARG, which mean nothing"],
		["STOPSIGNAL --foo SIGINT", "flags of STOPSIGNAL, which mean nothing"],
		["USER a b", "a user of two words"],
		["WORKDIR /a b", "a folder with a blank"],
		["EXPOSE 80 443/tcp", "several ports"],
		["MAINTAINER a <b>", "a maintainer"],
		["HEALTHCHECK NONE", "no health check"],
		["HEALTHCHECK none", "no health check in lower case"],
		["HEALTHCHECK NONE []", "no health check with an empty array"],
		[
			"HEALTHCHECK --interval=1m30s --timeout=0 --start-period=1.5h --start-interval=100ms --retries=0 CMD a",
			"every flag of HEALTHCHECK",
		],
		["HEALTHCHECK --interval= CMD a", "an empty interval"],
		["HEALTHCHECK --foo NONE", "flags of HEALTHCHECK NONE, which mean nothing"],
		['HEALTHCHECK CMD ["a", "b"]', "a health check in exec form"],
		["HEALTHCHECK cmd a", "a health check in lower case"],
		["ONBUILD RUN a", "a trigger"],
		["ONBUILD foo", "a trigger that nothing knows, until it fires"],
		['ONBUILD ENTRYPOINT ["a"]', "a trigger in exec form"],
		['SHELL ["a"]', "a shell of one word"],
		["FROM a AS b-c_d.e", "a stage name with every kind of character"],
		["FROM a as B", "a stage name in upper case"],
		["FROM --platform= a", "an empty platform"],
		["FROM [a]", "brackets in FROM"],
	])("accepts %s: %s", (text) => {
		expect(() => parseDockerfile(`FROM base\n${text}\n`)).not.toThrow();
	});
});

describe("listWords", () => {
	it.each([
		["", []],
		["a", ["a"]],
		["a \t\v\f\r b", ["a", "b"]],
		['"a b"', ['"a', 'b"']],
		["a\u00a0b", ["a\u00a0b"]],
	])("splits %j", (text, expected) => {
		expect(listWords(text)).toEqual(expected);
	});
});

function catchError(run: () => unknown): unknown {
	try {
		run();
	} catch (error) {
		return error;
	}
	return undefined;
}
