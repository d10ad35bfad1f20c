import { describe, expect, it } from "vitest";
import { type FrontendSettings, readSettings } from "../../src/buildkit/settings.ts";

const DEFAULTS: FrontendSettings = { isOff: false, inherited: false };

describe("readSettings", () => {
	it("returns the defaults for no arguments", () => {
		expect(readSettings({})).toEqual(DEFAULTS);
		expect(
			readSettings({ PIDONE_INIT: "", PIDONE_INSTALL: "", PIDONE_INHERITED: "", PIDONE_TARGETS: "", PIDONE_OFF: "" }),
		).toEqual(DEFAULTS);
	});

	it("reads every setting", () => {
		const args = {
			PIDONE_INIT: "tini,-g",
			PIDONE_INSTALL: "apk",
			PIDONE_INHERITED: "true",
			PIDONE_TARGETS: "App,web",
			PIDONE_OFF: "T",
		};
		expect(readSettings(args)).toEqual({
			isOff: true,
			init: "tini",
			initOptions: ["-g"],
			install: "apk",
			inherited: true,
			targets: ["app", "web"],
		});
	});

	it.each(["1", "t", "T", "true", "True", "TRUE"])("reads %s as true", (value) => {
		expect(readSettings({ PIDONE_OFF: value })).toMatchObject({ isOff: true });
	});

	it.each(["0", "f", "F", "false", "False", "FALSE"])("reads %s as false", (value) => {
		expect(readSettings({ PIDONE_OFF: value })).toMatchObject({ isOff: false });
	});

	it.each<[Record<string, string>, string]>([
		[{ PIDONE_OFF: "yes" }, "build argument PIDONE_OFF=yes: must be true or false"],
		[{ PIDONE_INHERITED: " 1" }, "build argument PIDONE_INHERITED= 1: must be true or false"],
		[{ PIDONE_INIT: "systemd" }, "build argument PIDONE_INIT=systemd: unknown init"],
		[{ PIDONE_INIT: ",-g" }, "build argument PIDONE_INIT=,-g: no init is named"],
		[{ PIDONE_INIT: "Tini" }, "build argument PIDONE_INIT=Tini: unknown init"],
		[{ PIDONE_INSTALL: "snap" }, "build argument PIDONE_INSTALL=snap: must be one of auto, copy, context:NAME"],
		[{ PIDONE_INSTALL: "image:" }, "build argument PIDONE_INSTALL=image:: must be one of"],
	])("refuses %j", (args, message) => {
		expect(() => readSettings(args)).toThrow(message);
	});
});
