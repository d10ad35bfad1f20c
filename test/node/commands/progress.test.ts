import { expect, it, vi } from "vitest";
import { makeProgress } from "../../../src/node/commands/progress.ts";

const silent = {
	cwd: "/",
	out: () => {},
	err: () => {},
	readStdin: async () => new Uint8Array(),
	color: false,
	hasTerminal: true,
};

it("shows no control character of a path on the terminal but its own", () => {
	const shown: string[] = [];
	const progress = makeProgress(3, { ...silent, errTerminal: (text) => shown.push(text) });
	const now = vi.spyOn(performance, "now").mockReturnValue(Number.MAX_SAFE_INTEGER);
	try {
		progress.show(1, "\u001b[31m\u0007\u009b\u202e\n/Dockerfile");
	} finally {
		now.mockRestore();
	}
	progress.clear();
	expect(shown).toEqual(["\r\u001b[K1/3 ␛[31m␇\ufffd\ufffd /Dockerfile", "\r\u001b[K"]);
});

it("shows nothing where there is no terminal", () => {
	const { show, clear } = makeProgress(3, { ...silent, errTerminal: undefined });
	show(1, "x");
	clear();
});
