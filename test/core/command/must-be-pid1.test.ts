import { describe, expect, it } from "vitest";
import { whyMustBePid1 } from "../../../src/core/command/must-be-pid1.ts";

describe("whyMustBePid1", () => {
	it.each([
		["/init", "s6-overlay"],
		["/sbin/init", "a system init"],
		["/usr/sbin/init", "a system init"],
		["/lib/systemd/systemd", "a system init"],
		["/usr/lib/systemd/systemd", "a system init"],
		["systemd", "a system init"],
		["s6-svscan", "s6-svscan"],
		["/bin/s6-svscan", "s6-svscan"],
		["/usr/bin/runsvdir", "runit"],
		["runit-init", "runit"],
		["/sbin/my_init", "my_init"],
		["/sbin/dinit", "a system init"],
		["/sbin/procd", "a system init"],
		["/sbin/upstart", "a system init"],
		["/bin/sinit", "a system init"],
	])("gives a reason for %s: %s", (program, reason) => {
		expect(whyMustBePid1([program, "--x"])).toContain(reason);
	});

	it.each([
		[[]],
		[["node"]],
		[["/app/init"]],
		[["init"]],
		[["/bin/sh", "-c", "/init"]],
		[["supervisord"]],
		[["tini", "--", "/init"]],
		[["/init.sh"]],
	])("gives none for %j", (argv) => {
		expect(whyMustBePid1(argv)).toBeUndefined();
	});
});
