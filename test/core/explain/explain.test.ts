import { describe, expect, it } from "vitest";
import { followCommand } from "../../../src/core/command/follow-command.ts";
import { explain } from "../../../src/core/explain/explain.ts";
import { formatExplanation } from "../../../src/core/explain/format.ts";
import { type ProcessNode, processTree } from "../../../src/core/explain/process-tree.ts";

describe("explain", () => {
	it("shows a shell form before and after", () => {
		const [stage] = explain("FROM alpine\nCMD node x.js\n");
		expect(stage?.before?.command).toBe("/bin/sh -c 'node x.js'");
		expect(stage?.before?.children.map(({ command }) => command)).toEqual(["node x.js"]);
		expect(stage?.after?.command).toBe("/sbin/pidone -g --");
		expect(stage?.after?.children[0]?.onStop).toContain("process group");
	});

	it("quotes words as the program gets them, and leaves the variables of unknown ones", () => {
		const [stage] = explain(`FROM alpine\nENV A=1\nCMD app -a $A --port="$PORT" "my $NAME" $(nproc) '$TEXT'\n`);
		expect(stage?.before?.children.map(({ command }) => command)).toEqual([
			`app -a 1 --port=$PORT "my $NAME" $(nproc) '$TEXT'`,
		]);
	});

	it("has nothing to show of an unknown base", () => {
		const [stage] = explain('FROM acme/x\nCMD ["a"]\n');
		expect(stage?.before).toBeUndefined();
		expect(stage?.after).toBeUndefined();
	});

	it("says which SHELL it draws where that is unknown", () => {
		const [assumed] = explain('FROM acme/x\nENTRYPOINT ["/e"]\nCMD serve\n');
		expect(assumed?.facts).toContain("the SHELL of its CMD is unknown: /bin/sh -c is assumed");
		expect(assumed?.before?.command).toBe("/e /bin/sh -c serve");
		const [declared] = explain('FROM acme/x\nSHELL ["/bin/bash", "-c"]\nENTRYPOINT ["/e"]\nCMD serve\n');
		expect(declared?.facts.join()).not.toContain("SHELL");
	});

	it("is text for people", () => {
		const text = formatExplanation("Dockerfile", explain('FROM scratch\nENTRYPOINT ["/app"]\n'));
		expect(text).toContain("  stage 0  FROM scratch\n    scratch: an empty image, which declares nothing\n");
		expect(text).toContain(
			"    PID 1  /sbin/pidone --\n    │    gets SIGTERM and forwards it\n    │    reaps every orphan\n    └── /app\n",
		);
	});
});

describe("processTree", () => {
	const treeOf = (argv: readonly string[], stopSignal?: string): ProcessNode | undefined => {
		const [chain] = followCommand(argv);
		return chain && processTree(chain, { stopSignal, distro: "debian" });
	};
	const lastOf = (node: ProcessNode | undefined): ProcessNode | undefined =>
		node?.children[0] === undefined ? node : lastOf(node.children[0]);

	it.each([
		[["/bin/sh", "-c", "app; other"], "alpine", true],
		[["/bin/sh", "-c", "app"], undefined, true],
		[["bash", "-c", "cd /x && app"], "debian", true],
		[["/bin/sh", "-c", "app; other"], "ubuntu", false],
		[["/bin/sh", "-c", "app | tee /log"], "alpine", false],
		[["bash", "-c", "app & wait"], "debian", false],
	] as const)("is careful where the shell of %j in %s may replace itself", (argv, distro, isCareful) => {
		const nodes = [argv, ["tini", "--", ...argv]].map((words) => {
			const [chain] = followCommand(words);
			return chain && lastOf(processTree(chain, { distro }));
		});
		const unless = isCareful ? ", unless its shell replaces itself with it, as only some shells do" : "";
		expect(nodes.map((node) => node?.onStop)).toEqual([
			`never gets SIGTERM${unless}; killed with the container after 10 s`,
			`gets nothing: its shell does not forward SIGTERM${unless}`,
		]);
	});

	it("knows that a shell that execs has no child", () => {
		const tree = treeOf(["/bin/sh", "-c", "exec app"]);
		expect(tree?.children).toEqual([]);
		expect(tree?.becomes).toEqual(["app"]);
	});

	it.each([
		[["tini", "--", "app"], "gets SIGTERM from the init"],
		[["tini", "-g", "--", "sh", "-c", "app; true"], "gets SIGTERM, like its whole process group"],
		[["pidone", "-a", "--", "sh", "-c", "app; true"], "gets SIGTERM, like every process"],
		[["tini", "--", "sh", "-c", "prepare; app"], "gets nothing: its shell does not forward SIGTERM"],
		[["sh", "-c", "prepare; app"], "never gets SIGTERM; killed with the container after 10 s"],
		[["timeout", "5", "app"], "gets SIGTERM, like its whole process group"],
		[["doas", "app"], "gets SIGTERM if its parent forwards it"],
		[["tini", "--", "sudo", "app"], "gets SIGTERM from sudo"],
		[["su", "app", "-c", "exec app"], "gets SIGTERM from su, which kills it 2 s later"],
		[["script", "-qec", "exec app"], "gets SIGTERM from script, which kills it 2 s later"],
		[["doppler", "run", "--", "app"], "gets SIGTERM from doppler"],
		[["tini", "--", "proot", "app"], "gets nothing: proot does not forward SIGTERM"],
		[["sops", "exec-env", "x.yaml", "exec app"], "gets SIGTERM if its parent forwards it"],
		[["tini", "--", "flock", "/lock", "app"], "gets nothing: flock does not forward SIGTERM"],
		[["tini", "--", "flock", "/lock", "sudo", "app"], "gets nothing: flock does not forward SIGTERM"],
		[["tini", "--", "sh", "-c", "sudo app; true"], "gets nothing: its shell does not forward SIGTERM"],
		[
			["tini", "--", "npm", "start"],
			"gets SIGTERM from the init; npm does not forward it to the program that it starts",
		],
		[["tini", "-g", "--", "npm", "start"], "gets SIGTERM, like its whole process group"],
		[
			["tini", "-g", "--", "gradle", "run"],
			"gets SIGTERM, like its whole process group; gradle does not forward it to the program that it starts",
		],
		[["tini", "--", "env-cmd", "app"], "gets SIGTERM from env-cmd, which does not wait for it"],
		[["tini", "--", "micromamba", "run", "app"], "gets SIGTERM from micromamba, which kills it 3 s later"],
		[["setsid", "app"], "is killed at once, with the container"],
		[["xvfb-run", "-a", "app"], "is never started"],
		[["tini", "--", "xvfb-run", "app"], "gets nothing: xvfb-run does not forward SIGTERM"],
		[["sh", "-c", "prepare; tini -g -- app"], "never gets SIGTERM; killed with the container after 10 s"],
		[
			["tini", "--", "runsvdir", "-P", "/etc/service"],
			"is not PID 1, but must be: runit supervises as PID 1 and reaps by itself",
		],
	])("says what the last process of %j gets", (argv, onStop) => {
		expect(lastOf(treeOf(argv))?.onStop).toBe(onStop);
	});

	it.each([
		[["sudo", "app"], "gets SIGTERM and forwards it"],
		[
			["time", "app"],
			"gets SIGTERM, which the kernel drops unless the program handles it: PID 1 has no default action",
		],
		[
			["setsid", "app"],
			"ends as soon as it has started its program, because it leads its process group: setsid -w would wait",
		],
		[
			["setsid", "-w", "app"],
			"gets SIGTERM, which the kernel drops unless the program handles it: PID 1 has no default action",
		],
		[["xvfb-run", "app"], "waits for a signal that Xvfb does not send to PID 1"],
	])("says what %j does as PID 1", (argv, onStop) => {
		expect(treeOf(argv)?.onStop).toBe(onStop);
	});

	it("goes by the environment of the init, too", () => {
		const [stage] = explain(
			'FROM debian\nENV TINI_KILL_PROCESS_GROUP=1\nENTRYPOINT ["tini", "--", "sh", "-c", "prepare; app"]\n',
		);
		expect(lastOf(stage?.before)?.onStop).toBe("gets SIGTERM, like its whole process group");
	});

	it("says that a signal of the base is dropped", () => {
		const [stage] = explain('FROM php:8.3-apache\nCMD ["php", "artisan", "queue:work"]\n');
		expect(stage?.before?.onStop).toBe(
			"gets SIGWINCH; php drops it unless it handles it, so docker stop takes ten seconds and ends in SIGKILL",
		);
	});

	it("names the line of the script that starts the program", () => {
		const readContextFile = (): string => "#!/bin/sh\nset -e\nexec nginx -g 'daemon off;'\n";
		const [stage] = explain('FROM debian\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]\n', { readContextFile });
		expect(stage?.before?.becomes).toEqual(["nginx -g 'daemon off;' (run.sh:3)"]);
	});
});
