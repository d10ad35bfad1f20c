import { describe, expect, it } from "vitest";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";
import { findPackageRun } from "../../../src/core/install/package-managers.ts";

function read(text: string) {
	return scanDockerfile(text).instructions;
}

describe("findPackageRun", () => {
	it.each([
		["RUN apk add b", "apk"],
		["RUN apk --no-cache add b", "apk"],
		["RUN apk update && apk upgrade", "apk"],
		["RUN apt-get install -y b", "apt-get"],
		["RUN apt-get -qq -y install b", "apt-get"],
		["RUN apt install b", "apt-get"],
		["RUN apt-get update", "apt-get"],
		["RUN set -eux; apt-get update; apt-get install -y b", "apt-get"],
		["RUN a && \\\n    apt-get update", "apt-get"],
		["RUN (apt-get update)", "apt-get"],
		["RUN sudo apt-get update", "apt-get"],
		["RUN retry apt-get update", "apt-get"],
		['RUN ["apt-get", "update"]', "apt-get"],
		['RUN ["sh", "-c", "a; apt-get update"]', "apt-get"],
		["RUN <<E\na\napt-get update\nE", "apt-get"],
		["RUN <<-'E'\n\ta &&\n\tapt-get update\n\tE", "apt-get"],
		["RUN bash -e <<E\napk add b\nE", "apk"],
		["RUN DEBIAN_FRONTEND=noninteractive apt-get install -y b", "apt-get"],
		["RUN --mount=type=cache,target=/var/cache/apt apt-get update", "apt-get"],
		["RUN dnf install -y b", "dnf"],
		["RUN dnf -y update", "dnf"],
		["RUN dnf5 install b", "dnf"],
		["RUN yum -y install b", "yum"],
		["RUN yum localinstall -y b.rpm", "yum"],
		["RUN microdnf install b", "microdnf"],
		["RUN tdnf install -y b", "tdnf"],
		["RUN zypper --non-interactive install b", "zypper"],
		["RUN zypper in b", "zypper"],
		["RUN zypper -n ref", "zypper"],
	])("recognizes %j as %s", (text, manager) => {
		expect(findPackageRun(read(text), text)?.manager).toBe(manager);
	});

	it.each([
		"RUN echo apk",
		'RUN echo "then run apt-get install b"',
		"RUN echo apt-get install b",
		"RUN <<E cat > /a\napt-get install b\nE",
		"COPY <<E /a\napt-get install b\nE",
		"RUN apk --version",
		"RUN rm -rf /var/lib/apt/lists/*",
		"RUN apt-get clean",
		"RUN apt-key add b",
		"RUN dnf clean all",
		"RUN myapk add b",
		"RUN pip install b",
		"COPY apk add",
		"CMD apk add b",
		"RUN snapk add b",
	])("recognizes none in %j", (text) => {
		expect(findPackageRun(read(text), text)).toBeUndefined();
	});

	it("takes the first RUN, or the first of a manager that is named", () => {
		const text = "RUN a\nRUN yum install b\nRUN microdnf install c\nRUN yum update";
		const instructions = read(text);
		expect(findPackageRun(instructions, text)).toMatchObject({ manager: "yum", run: { line: 2 } });
		expect(findPackageRun(instructions, text, "microdnf")).toMatchObject({ manager: "microdnf", run: { line: 3 } });
		expect(findPackageRun(instructions, text, "apk")).toBeUndefined();
	});
});
