import { describe, expect, it } from "vitest";
import { marked, runRule, runRuleOnFixture } from "./run-rule.ts";

const code = "init-unused";
const run = (source: string): string[] => marked(runRule(code, `${source}\n`));

describe(code, () => {
	it("names the init and how to begin with it", () => {
		expect(runRule(code, 'FROM alpine:3.20\nRUN apk add --no-cache curl tini\nCMD ["app"]\n')).toEqual([
			{
				text: "RUN apk add --no-cache curl tini",
				message:
					'tini is installed, but nothing runs it: start the command with it, ENTRYPOINT ["/sbin/tini", "--", …], or do not install it',
				stage: 0,
			},
		]);
	});

	it.each([
		["from a package", "RUN apt-get update && apt-get install -y dumb-init"],
		["from another image", "COPY --from=acme/tini /tini /tini"],
		["from the network", "ADD --chmod=0755 https://example.org/v0.19.0/tini /tini"],
		["from the context", "COPY bin/dumb-init /usr/bin/dumb-init"],
		["from PyPI", "RUN pip install dumb-init"],
	])("finds one %s", (_, install) => {
		expect(run(`FROM debian:12\n${install}\nENTRYPOINT ["app"]`)).toEqual([install]);
	});

	it("reports each init once", () => {
		expect(run('FROM alpine:3.20\nRUN apk add tini\nRUN apk add tini\nRUN apk add dumb-init\nCMD ["app"]')).toEqual([
			"RUN apk add tini",
			"RUN apk add dumb-init",
		]);
	});

	it("looks at stages built on the one that installs it", () => {
		expect(run('FROM alpine:3.20 AS a\nRUN apk add tini\nFROM a\nCMD ["app"]')).toEqual(["RUN apk add tini"]);
		expect(run('FROM alpine:3.20 AS a\nRUN apk add tini\nCMD ["x"]\nFROM a\nENTRYPOINT ["tini", "--", "app"]')).toEqual(
			[],
		);
	});

	it("looks into the script that the command starts", () => {
		expect(runRuleOnFixture(code, "script-runs-it")).toEqual([]);
		expect(marked(runRuleOnFixture(code, "script-does-not"))).toEqual(["RUN apk add --no-cache tini"]);
	});

	it("does not mind another stage's own init", () => {
		expect(
			run(
				'FROM alpine:3.20 AS a\nRUN apk add tini\nCMD ["x"]\nFROM debian:12\nRUN apt-get install tini\nENTRYPOINT ["tini", "--", "app"]',
			),
		).toEqual(["RUN apk add tini"]);
	});

	it.each([
		["an ENTRYPOINT", 'RUN apk add tini\nENTRYPOINT ["/sbin/tini", "--", "app"]'],
		["a CMD", 'RUN apk add tini\nCMD ["tini", "app"]'],
		["a shell form", "RUN apk add tini\nCMD exec tini -- app"],
		["a variable", 'RUN apk add tini\nENV INIT=/sbin/tini\nCMD ["app"]'],
		["a script in a heredoc", 'RUN apk add tini\nRUN cat > /s <<EOF\nexec tini -- app\nEOF\nCMD ["app"]'],
		["a script in an echo", "RUN apk add tini && echo 'tini -- app' > /s\nCMD [\"app\"]"],
		[
			"a static one",
			'ADD https://github.com/krallin/tini/releases/download/v0.19.0/tini-static /tini-static\nENTRYPOINT ["/tini-static", "--", "app"]',
		],
		["a link", 'RUN apk add tini && ln -s /sbin/tini /first\nENTRYPOINT ["/first", "--", "app"]'],
		["ONBUILD", 'RUN apk add tini\nONBUILD ENTRYPOINT ["tini", "--"]\nCMD ["app"]'],
		["a script that cannot be read", 'RUN apk add tini\nCOPY e.sh /\nENTRYPOINT ["/e.sh"]'],
		["a script that a RUN may have made", 'RUN apk add tini\nENTRYPOINT ["/entrypoint.sh"]'],
		["nothing, where there is no command", "RUN apk add tini"],
	])("leaves it alone after %s", (_, text) => {
		expect(run(`FROM ${text.endsWith("add tini") ? "scratch" : "alpine:3.20"}\n${text}`)).toEqual([]);
	});

	it("leaves an unknown ENTRYPOINT alone", () => {
		expect(run('FROM acme/x\nRUN apk add tini\nCMD ["app"]')).toEqual([]);
	});

	it("leaves a stage alone from which the init, or everything, is copied", () => {
		expect(
			run(
				'FROM alpine:3.20 AS a\nRUN apk add tini\nFROM scratch\nCOPY --from=a /sbin/tini /tini\nENTRYPOINT ["/tini", "--", "app"]',
			),
		).toEqual([]);
		expect(
			run(
				'FROM alpine:3.20 AS a\nRUN apk add tini\nFROM scratch\nCOPY --from=a / /\nENTRYPOINT ["/sbin/tini", "--", "app"]',
			),
		).toEqual([]);
	});

	it("leaves stages alone that nobody can run", () => {
		expect(run('FROM alpine:3.20\nRUN apk add tini\nFROM alpine:3.20\nCMD ["app"]')).toEqual([]);
	});
});
