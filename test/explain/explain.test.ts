import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.ts";
import { formatExplanation } from "../../src/explain/format.ts";
import { processTree } from "../../src/explain/process-tree.ts";

describe("explain", () => {
	it("shows a shell form before and after", () => {
		const [stage] = explain("FROM alpine\nCMD node x.js\n");
		expect(stage?.before?.command).toBe("/bin/sh -c 'node x.js'");
		expect(stage?.before?.children.map(({ command }) => command)).toEqual(["node x.js"]);
		expect(stage?.after?.command).toBe("/sbin/pidone -g --");
		expect(stage?.after?.children[0]?.onStop).toContain("process group");
	});

	it("has nothing to show of an unknown base", () => {
		const [stage] = explain('FROM acme/x\nCMD ["a"]\n');
		expect(stage?.before).toBeUndefined();
		expect(stage?.after).toBeUndefined();
	});

	it("is text for people", () => {
		const text = formatExplanation("Dockerfile", explain('FROM scratch\nENTRYPOINT ["/app"]\n'));
		expect(text).toContain("  stage 0  FROM scratch\n    scratch: an empty image, which declares nothing\n");
		expect(text).toContain("    PID 1  /sbin/pidone --\n    │    gets SIGTERM and forwards it\n    │    reaps every orphan\n    └── /app\n");
	});
});

describe("processTree", () => {
	it("is nothing for an empty command", () => {
		expect(processTree([])).toBeUndefined();
	});

	it("knows that a shell that execs has no child", () => {
		expect(processTree(["/bin/sh", "-c", "exec app"])?.children).toEqual([]);
	});
});
