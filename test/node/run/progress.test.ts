import { afterEach, expect, it, vi } from "vitest";
import type { Io } from "../../../src/node/io.ts";
import { makeProgress } from "../../../src/node/run/progress.ts";

const silent = {
	cwd: "/",
	out: () => {},
	err: () => {},
	readStdin: async () => new Uint8Array(),
	color: false,
	hasTerminal: true,
};

afterEach(() => {
	vi.restoreAllMocks();
});

/** Calls `show` at the given times, in milliseconds after the start. */
function showAt(io: Partial<Io>, calls: readonly (readonly [at: number, done: number, path: string])[]): void {
	const now = vi.spyOn(performance, "now").mockReturnValue(1000);
	const progress = makeProgress(3000, { ...silent, errTerminal: undefined, ...io });
	for (const [at, done, path] of calls) {
		now.mockReturnValue(1000 + at);
		progress.show(done, path);
	}
	progress.clear();
}

it("shows rate, time left and path on a terminal, none of it before half a second and ten times a second at most", () => {
	const shown: string[] = [];
	showAt({ errTerminal: (text) => shown.push(text) }, [
		[499, 400, "early"],
		[1000, 1000, "a/Dockerfile"],
		[1099, 1100, "too soon"],
		[2000, 1500, "b"],
	]);
	expect(shown).toEqual([
		"\r\u001b[K1,000 of 3,000 files, 1,000/s, 2 s left a/Dockerfile",
		"\r\u001b[K1,500 of 3,000 files, 750/s, 2 s left b",
		"\r\u001b[K",
	]);
});

it("shows no control character of a path on the terminal but its own, and no more than fits on a line", () => {
	const shown: string[] = [];
	showAt({ errTerminal: (text) => shown.push(text) }, [
		[60_000, 2, "\u001b[31m\u0007\u009b\u202e\n/Dockerfile"],
		[70_000, 2, "x".repeat(100)],
	]);
	expect(shown[0]).toBe("\r\u001b[K2 of 3,000 files, 0/s, 1499 min 0 s left ␛[31m␇\ufffd\ufffd /Dockerfile");
	expect(shown[1]).toHaveLength("\r\u001b[K".length + 78);
});

it("prints a line every half minute in a CI job", () => {
	const lines: string[] = [];
	showAt({ isCi: true, err: (text) => lines.push(text) }, [
		[29_000, 1000, "a"],
		[30_000, 1500, "b"],
		[59_000, 2000, "c"],
	]);
	expect(lines).toEqual(["pidone: 1,500 of 3,000 files, 50/s, 30 s left\n"]);
});

it.each([{}, { isQuiet: true, isCi: true }])(
	"shows nothing elsewhere, nor where that is not wanted: %j",
	({ isQuiet, ...io }: { isQuiet?: boolean; isCi?: boolean }) => {
		vi.spyOn(performance, "now").mockReturnValueOnce(0).mockReturnValue(1e6);
		const err = vi.fn();
		makeProgress(3, { ...silent, errTerminal: undefined, err, ...io }, isQuiet).show(1, "x");
		expect(err).not.toHaveBeenCalled();
	},
);
