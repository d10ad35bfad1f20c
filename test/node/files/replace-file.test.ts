import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	statSync,
	symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { changeMode, replaceFile } from "../../../src/node/files/replace-file.ts";
import { makeFolder } from "../../cli/run-cli.ts";

const BYTES = Buffer.from("new\n");

it("makes folders, and a file with its mode whatever the umask is", () => {
	const folder = makeFolder();
	const umask = process.umask(0o077);
	try {
		replaceFile({ folder, missing: ["a", "b"], name: "x" }, BYTES, 0o755);
	} finally {
		process.umask(umask);
	}
	expect(readFileSync(join(folder, "a/b/x"), "utf8")).toBe("new\n");
	expect(statSync(join(folder, "a/b/x")).mode & 0o7777).toBe(0o755);
	expect(readdirSync(join(folder, "a/b"))).toEqual(["x"]);
});

it("keeps the mode of a file, unless another is given", () => {
	const folder = makeFolder({ x: "old" });
	chmodSync(join(folder, "x"), 0o640);
	replaceFile({ folder, missing: [], name: "x" }, BYTES);
	expect(statSync(join(folder, "x")).mode & 0o7777).toBe(0o640);
	replaceFile({ folder, missing: [], name: "x" }, BYTES, 0o600);
	expect(statSync(join(folder, "x")).mode & 0o7777).toBe(0o600);
});

it("replaces what has become a link, and does not follow it", () => {
	const folder = makeFolder({ "in/x": "old", secret: "secret" });
	symlinkSync("../secret", join(folder, "in/y"));
	replaceFile({ folder: join(folder, "in"), missing: [], name: "y" }, BYTES, 0o644);
	expect(readFileSync(join(folder, "secret"), "utf8")).toBe("secret");
	expect(() => readlinkSync(join(folder, "in/y"))).toThrow();
	symlinkSync("../secret", join(folder, "in/z"));
	const { mode } = statSync(join(folder, "secret"));
	expect(() => changeMode({ folder: join(folder, "in"), missing: [], name: "z" }, 0o777)).toThrow();
	expect(statSync(join(folder, "secret")).mode).toBe(mode);
});

it.runIf(process.platform === "linux").each([
	["the folder", "a/b"],
	["a folder above it", "a"],
])("writes nothing when %s has become a link since its place was found", (_, exchanged) => {
	const folder = makeFolder({ "a/b/x": "old", "out/b/x": "secret", "out/x": "secret" });
	renameSync(join(folder, exchanged), join(folder, "moved"));
	symlinkSync(join(folder, "out"), join(folder, exchanged));
	expect(() => replaceFile({ folder: join(folder, "a/b"), missing: [], name: "x" }, BYTES)).toThrow();
	expect(() => replaceFile({ folder: join(folder, "a/b"), missing: ["new"], name: "x" }, BYTES)).toThrow();
	expect(readFileSync(join(folder, "out/x"), "utf8") + readFileSync(join(folder, "out/b/x"), "utf8")).toBe(
		"secretsecret",
	);
	expect(readdirSync(join(folder, "out"), { recursive: true }).toSorted()).toEqual(["b", "b/x", "x"]);
});

it("leaves no temporary file behind when the file cannot be replaced", () => {
	const folder = makeFolder();
	mkdirSync(join(folder, "x"));
	expect(() => replaceFile({ folder, missing: [], name: "x" }, BYTES)).toThrow();
	expect(readdirSync(folder)).toEqual(["x"]);
});
