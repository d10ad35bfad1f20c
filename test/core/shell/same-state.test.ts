import { describe, expect, it } from "vitest";
import { isSameState } from "../../../src/core/shell/same-state.ts";
import { type ScriptWay, type ShellState, startWith } from "../../../src/core/shell/state.ts";
import { known } from "../../../src/core/shell/value.ts";

/** A new object each time, so that nothing is equal just because it is the same object. */
const makeWay = (changed: Partial<ScriptWay> = {}): ScriptWay => ({
	argv: [known("app")],
	how: "child",
	isForeground: true,
	isJob: false,
	file: "a.sh",
	line: 3,
	folder: ".",
	environment: [["A", known("1")]],
	...changed,
});

const makeState = (changed: Partial<ShellState> = {}): ShellState => ({
	...startWith([known("a"), { text: "$b", isKnown: false, tag: 1 }], false),
	variables: new Map([
		["A", [known("1")]],
		["B", [known("2"), known("3")]],
	]),
	last: [makeWay()],
	background: [makeWay({ job: 1 })],
	locals: new Map([["A", undefined]]),
	...changed,
});

describe("isSameState", () => {
	it("compares by value, and variables in any order", () => {
		const variables = new Map([...(makeState().variables ?? [])].reverse());
		expect(isSameState(makeState(), makeState({ variables }))).toBe(true);
	});

	it.each<[string, Partial<ShellState>]>([
		["a variable", { variables: new Map([["A", [known("1")]]]) }],
		["a value", { variables: new Map(makeState().variables).set("A", [known("2")]) }],
		["the number of values", { variables: new Map(makeState().variables).set("B", [known("2")]) }],
		["which variable is set", { variables: new Map(makeState().variables).set("C", [known("2")]) }],
		["an argument", { args: [known("a"), known("$b")] }],
		["the number of arguments", { args: [known("a")] }],
		["whether arguments may follow", { isOpen: true }],
		["the status", { status: undefined }],
		["what it waits for", { last: [] }],
		["the words of a program", { last: [makeWay({ argv: [known("other")] })] }],
		["how a program runs", { last: [makeWay({ how: "exec" })] }],
		["whether a program is in the foreground", { last: [makeWay({ isForeground: false })] }],
		["the process group of a program", { last: [makeWay({ isJob: true })] }],
		["where a program is started", { last: [makeWay({ line: 4 })] }],
		["the script that starts a program", { last: [makeWay({ file: "b.sh" })] }],
		["the folder of a program", { last: [makeWay({ folder: undefined })] }],
		["the environment of a program", { last: [makeWay({ environment: [["A", undefined]] })] }],
		["a job", { background: [makeWay({ job: 2 })] }],
		["the folder", { folder: undefined }],
		["whether assignments export", { exportsAll: true }],
		["job control", { controlsJobs: true }],
		["a local variable", { locals: new Map([["B", undefined]]) }],
		["whether it is in a function", { locals: undefined }],
		["what is being left", { leaving: "loop" }],
	])("finds a difference in %s", (_, changed) => {
		expect(isSameState(makeState(), makeState(changed))).toBe(false);
		expect(isSameState(makeState(changed), makeState())).toBe(false);
	});
});
