import { describe, expect, it } from "vitest";
import { isPosixShell } from "../../../src/core/dockerfile/posix-shell.ts";

describe("isPosixShell", () => {
	it.each([
		[["/bin/sh", "-c"]],
		[["sh", "-ec"]],
		[["/bin/bash", "-o", "pipefail", "-c"]],
		[["/bin/bash", "-exo", "pipefail", "-c"]],
		[["/bin/ash", "-eo", "pipefail", "-c"]],
		[["/usr/bin/zsh", "-c"]],
		[["dash", "-c"]],
	])("says yes to %j", (shell) => {
		expect(isPosixShell(shell)).toBe(true);
	});

	it.each([
		[["powershell", "-Command"]],
		[["cmd", "/S", "/C"]],
		[["/bin/sh"]],
		[["/bin/bash", "-c", "-o"]],
		[["/bin/bash", "-l"]],
		[["/usr/bin/fish", "-c"]],
		[["/usr/bin/env", "bash", "-c"]],
		[["conda", "run", "-n", "a", "/bin/bash", "-c"]],
		[[]],
	])("says no to %j", (shell) => {
		expect(isPosixShell(shell)).toBe(false);
	});
});
