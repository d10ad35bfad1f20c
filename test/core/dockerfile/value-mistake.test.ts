import { describe, expect, it } from "vitest";
import { findPortMistake, findSignalMistake } from "../../../src/core/dockerfile/value-mistake.ts";

describe("findSignalMistake", () => {
	it.each(["SIGTERM", "sigquit", "INT", "RTMIN+3", "SIGRTMIN+15", "RTMAX-14", "15", "37"])("accepts %s", (signal) => {
		expect(findSignalMistake(signal)).toBeUndefined();
	});

	it.each(["", "0", "SIGFOO", "RTMIN+16", "RTMAX-15", "SIG TERM"])("refuses %j", (signal) => {
		expect(findSignalMistake(signal)).toMatch(/^invalid signal/);
	});
});

describe("findPortMistake", () => {
	it.each(["80", "0", "65535/udp", "8000-8010/sctp", "80/TCP", "80:8080", "127.0.0.1:80:8080"])(
		"accepts %s",
		(port) => {
			expect(findPortMistake(port)).toBeUndefined();
		},
	);

	it.each(["99999", "80/icmp", "9-8", "abc", "80,443", "/tcp", "x:80", "-1"])("refuses %s", (port) => {
		expect(findPortMistake(port)).toMatch(/^invalid port/);
	});
});
