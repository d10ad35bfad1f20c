import { describe, expect, it } from "vitest";
import { analyseSource } from "../../../src/core/analysis/analyse-source.ts";
import type { AnalysisOptions } from "../../../src/core/analysis/options.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";

/** Where a file is refused, and why. */
function refusal(source: string, options: AnalysisOptions = {}): string | undefined {
	try {
		analyseSource(source, options);
		return undefined;
	} catch (error) {
		if (!(error instanceof DockerfileSyntaxError) || !error.isParsed) throw error;
		return `${error.line}:${error.column} ${error.message}`;
	}
}

const GIVE_V = "a value is required for V: need; pass --build-arg V=…";
const KNOWN = "BuildKit supports ${NAME}, ${NAME:-word}, and :+ :? - + ? # ## % %% / // in place of :-";

describe("refuseUnbuildable", () => {
	it.each([
		["ARG above FROM", "ARG V\nARG B=${V:?need}\nFROM alpine:$B", `2:7 ${GIVE_V}`],
		["FROM", "ARG V\nFROM alpine:${V:?need}", `2:6 ${GIVE_V}`],
		["the FROM of a stage that is not built", "ARG V\nFROM alpine:${V:?need} AS a\nFROM alpine", `2:6 ${GIVE_V}`],
		["ARG", "FROM alpine\nARG V\nARG B=${V:?need}", `3:7 ${GIVE_V}`],
		["ENV", "FROM alpine\nARG V\nENV A=1 B=${V:?need}", `3:11 ${GIVE_V}`],
		["the old form of ENV", "FROM alpine\nARG V\nENV B a ${V:?need}", `3:9 ${GIVE_V}`],
		["USER", "FROM alpine\nARG V\nUSER ${V:?need}", `3:6 ${GIVE_V}`],
		["WORKDIR", "FROM alpine\nARG V\nWORKDIR /a/${V:?need}", `3:12 ${GIVE_V}`],
		["STOPSIGNAL", "FROM alpine\nARG V\nSTOPSIGNAL ${V:?need}", `3:12 ${GIVE_V}`],
		["LABEL", "FROM alpine\nARG V\nLABEL a=b \\\n  c=${V:?need}", `4:5 ${GIVE_V}`],
		["EXPOSE", "FROM alpine\nARG V\nEXPOSE 80 ${V:?need}", `3:11 ${GIVE_V}`],
		["VOLUME", "FROM alpine\nARG V\nVOLUME /a ${V:?need}", `3:11 ${GIVE_V}`],
		["VOLUME in JSON", 'FROM alpine\nARG V\nVOLUME ["/a", "${V:?need}"]', `3:16 ${GIVE_V}`],
		["COPY", "FROM alpine\nARG V\nCOPY a ${V:?need} /b/", `3:8 ${GIVE_V}`],
		["COPY --chown", "FROM alpine\nARG V\nCOPY --chown=${V:?need} a /b/", `3:1 ${GIVE_V}`],
		["ADD", "FROM alpine\nARG V\nADD https://x/${V:?need} /b/", `3:15 ${GIVE_V}`],
		["RUN --mount", "FROM alpine\nARG V\nRUN --mount=type=cache,target=${V:?need} a", `3:1 ${GIVE_V}`],
		["an ONBUILD that fires", "FROM alpine AS a\nARG V\nONBUILD USER ${V:?need}\nFROM a", `3:14 ${GIVE_V}`],
		["a stage that the target is built on", "FROM alpine AS a\nARG V\nUSER ${V:?need}\nFROM a", `3:6 ${GIVE_V}`],
		[
			"a stage that the target copies from",
			"FROM alpine AS a\nARG V\nUSER ${V:?need}\nFROM alpine\nCOPY --from=A /x /",
			`3:6 ${GIVE_V}`,
		],
		[
			"a stage that the target copies from by its number",
			"FROM alpine\nARG V\nUSER ${V:?need}\nFROM alpine\nCOPY --from=0 /x /",
			`3:6 ${GIVE_V}`,
		],
		[
			"a stage that the target mounts",
			"FROM alpine AS a\nARG V\nUSER ${V:?need}\nFROM alpine\nRUN --mount=type=bind,from=a,target=/x y",
			`3:6 ${GIVE_V}`,
		],
	])("asks for a value that %s requires", (_, source, expected) => {
		expect(refusal(source)).toBe(expected);
		expect(refusal(source, { buildArgs: { V: "1" } })).toBeUndefined();
	});

	it.each([
		["FROM alpine\nUSER ${a^^}", `2:6 unsupported modifier (^) in substitution: ${KNOWN}`],
		["FROM alpine\nLABEL a=${templateOption:x}", `2:9 unsupported modifier (:x) in substitution: ${KNOWN}`],
		["FROM alpine\nENV a=${b:0:1}", `2:7 unsupported modifier (:0) in substitution: ${KNOWN}`],
		["FROM alpine\nENV a=${}", `2:7 syntax error: bad substitution: ${KNOWN}`],
		["FROM alpine\nWORKDIR ${b", `2:9 unsupported modifier () in substitution: ${KNOWN}`],
		[
			'FROM alpine\nLABEL a="b',
			"2:9 unexpected end of statement while looking for matching double-quote: close it, or write a backslash before it",
		],
		[
			"FROM alpine\nCOPY it's /",
			"2:8 unexpected end of statement while looking for matching single-quote: close it, or write a backslash before it",
		],
		[
			"FROM scratch\nENV A=${B:?}",
			"2:7 a value is required for B: is not allowed to be unset; add ARG B above it, or ENV B=…",
		],
		[
			"ARG B=1\nFROM scratch\nENV A=${B:?}",
			"3:7 a value is required for B: is not allowed to be unset; add ARG B to the stage; it does not see an ARG above the first FROM",
		],
		[
			"FROM alpine\nARG B\nENV A=${B:?}",
			"3:7 a value is required for B: is not allowed to be unset; pass --build-arg B=…",
		],
		[
			"FROM debian\nARG S=FOO\nSTOPSIGNAL SIG$S",
			'3:1 invalid signal "SIGFOO": write the name of a Linux signal, such as SIGTERM, or its number',
		],
		["FROM debian\nEXPOSE 80 443/http", '2:1 invalid port "443/http": the protocol is tcp, udp or sctp, as in 53/udp'],
		[
			"FROM debian\nRUN --mount=type=cash,target=/x true",
			'2:1 --mount: unsupported mount type "cash": the values are bind, cache, tmpfs, secret, ssh',
		],
		[
			'FROM debian\nRUN --mount=type=cache,target=\\"/x\\" true',
			'2:1 --mount=type=cache,target="/x": its quotes must enclose a whole field, as CSV has them',
		],
		[
			"FROM alpine\nENV B=\nENV A=${B:?}",
			"3:7 a value is required for B: is not allowed to be empty; add ARG B above it, or ENV B=…",
		],
		[
			"FROM alpine\nCOPY <<EOF /x\nit's ${a^^}\nEOF",
			`2:1 unsupported modifier (^) in substitution: ${KNOWN}; to expand nothing, quote the heredoc's name, as in <<'EOF'`,
		],
		["FROM alpine AS a\nONBUILD FOO\nFROM a", "2:9 in the ONBUILD trigger that runs here: unknown instruction: FOO"],
		[
			"FROM --platform=linux/x/y/z alpine",
			expect.stringContaining("1:1 the platform linux/x/y/z is not a platform: write OS/ARCHITECTURE"),
		],
		[
			"FROM --platform=$P alpine",
			expect.stringContaining("1:1 the platform $P is not a platform: P has no value; add ARG P above the first FROM"),
		],
		[
			"ARG P=amd65\nFROM --platform=$P alpine",
			expect.stringContaining(
				"2:1 the platform $P, which is amd65, is neither an operating system nor an architecture",
			),
		],
		["FROM --platform=local alpine", "1:1 the platform local is not a platform: name one, such as linux/amd64"],
		[
			"FROM --platform=${P:?p} alpine",
			expect.stringContaining("1:1 a value is required for P: p; add ARG P above the first FROM"),
		],
		["FROM alpine:a:b", expect.stringContaining("1:6 the base alpine:a:b is not an image name")],
		["FROM alpine:a:b AS unused\nFROM alpine", expect.stringContaining("1:6 the base alpine:a:b is not an image name")],
		[
			"FROM alpine\nCOPY --from=Alpine /a /b",
			"2:1 --from=Alpine is neither a stage nor an image name: upper case is not allowed in Alpine: write alpine",
		],
		[
			"FROM alpine AS a\nCOPY --from=x//y /a /b\nFROM alpine",
			expect.stringContaining("2:1 --from=x//y is neither a stage nor an image name"),
		],
		[
			"FROM alpine\nCOPY --from=$X /a /b",
			"2:1 --from=$X: variables are not expanded here: add a stage, FROM $X AS NAME, and use its name",
		],
		["FROM alpine\nCOPY --from=7 /a /b", "2:1 --from=7: no such stage; the file has 1, numbered from 0"],
		["FROM alpine\nCOPY --from=1 /a /b", "2:1 --from=1: no such stage; the file has 1, numbered from 0"],
		["FROM alpine\nCOPY --from=-1 /a /b", "2:1 --from=-1: no such stage; the file has 1, numbered from 0"],
		["FROM alpine AS a\nCOPY --from=a /a /b", "2:1 the stage a must come before the stage that copies from it"],
		[
			"FROM alpine\nRUN --mount=from=late x\nFROM alpine AS late\nFROM alpine\nCOPY --from=0 /a /b",
			"2:1 the stage late must come before the stage that copies from it",
		],
	])("refuses %j", (source, expected) => {
		expect(refusal(source)).toEqual(expected);
	});

	it.each([
		["a stage that the target does not need", "FROM alpine AS a\nUSER ${a^^}\nFROM alpine"],
		["a stage that comes after the target", "FROM alpine AS a\nFROM alpine\nUSER ${a^^}", { target: "a" }],
		[
			"commands, which expand nothing",
			'FROM alpine\nRUN echo ${a^^} it\'s\nCMD echo ${a^^} it\'s\nENTRYPOINT ["${a^^}"]\nHEALTHCHECK CMD ${a^^}\nSHELL ["${a^^}"]',
		],
		[
			"heredocs that are not expanded",
			"FROM alpine\nCOPY <<'EOF' <<\"X\" /x/\n${a^^}\nEOF\n${a^^}\nX\nRUN <<EOF\n${a^^}\nEOF",
		],
		["quotes in a heredoc", "FROM alpine\nCOPY <<EOF /x\nit's \"${a:-b}\nEOF"],
		["MAINTAINER", "FROM alpine\nMAINTAINER it's me ${a^^}"],
		["an ONBUILD that does not fire", "FROM alpine\nONBUILD USER ${a^^}\nONBUILD FOO"],
		["flags that are not expanded", "FROM alpine\nCOPY --exclude=${a^^} a b\nRUN --network=host a"],
		["a value that the image may set", "FROM node:22\nENV A=${FROM_IMAGE:?}\nUSER ${A:+b}"],
		["a value that the image may set to what ARG declares", "FROM acme/app\nARG B\nENV A=${B:?}"],
		["a variable that every image has", "FROM scratch\nENV A=${PATH:?}"],
		["a default that is not needed for want of a value", "ARG V\nFROM alpine:${V:-3}"],
		["a base that one platform has", "ARG BASE_amd64=alpine\nFROM ${TARGETVARIANT:?}"],
		["a stage of a name that is not an image's", "FROM alpine AS My.Stage-\nFROM my.stage-\nCOPY --from=MY.STAGE- a b"],
		["a number after the stages, which may mean an image", "FROM alpine\nCOPY --from=debian a b\nCOPY --from=1 a b"],
		["a stage below one that is not built", "FROM alpine\nCOPY --from=1 a b\nFROM alpine"],
		["the index of a stage as a mount, which is an image", "FROM alpine\nRUN --mount=from=0,target=/x y"],
		["scratch as a source", "FROM alpine\nCOPY --from=scratch a b"],
		["an empty platform", "FROM --platform= alpine"],
		["an operating system alone", "FROM --platform=linux alpine"],
		["a platform of the builder", "FROM --platform=$BUILDPLATFORM alpine\nRUN a"],
		[
			"a stage that a named context replaces",
			"FROM x//y AS a\nUSER ${a^^}\nFROM a",
			{ contexts: { a: "docker-image://alpine" } },
		],
		[
			"variables in --from for Podman, which expands them",
			"FROM alpine\nCOPY --from=$X /a /b",
			{ commandShell: ["/bin/sh", "-c"] },
		],
	])("accepts %s", (_, source, options: AnalysisOptions = {}) => {
		expect(
			refusal(
				source,
				source.includes("TARGETVARIANT") ? { ...options, platforms: ["linux/amd64", "linux/arm/v7"] } : options,
			),
		).toBeUndefined();
	});
});
