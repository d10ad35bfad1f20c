import { describe, expect, it } from "vitest";
import { scanDockerfile } from "../../src/dockerfile/scan.ts";
import type { Distro } from "../../src/images/catalogue-entry.ts";
import { findInstalledInits } from "../../src/install/installed-init.ts";

function find(text: string, distro?: Distro): string[] {
	return findInstalledInits(scanDockerfile(text).instructions, distro).map(({ name, path, by }) => `${by.line} ${name} ${path}`);
}

describe("findInstalledInits", () => {
	it.each<readonly [string, Distro | undefined, string]>([
		["RUN apk add --no-cache tini", "alpine", "tini /sbin/tini"],
		["RUN apk add --no-cache tini=0.19.0-r3 curl", "alpine", "tini /sbin/tini"],
		["RUN apk add curl tini~=0.19", "alpine", "tini /sbin/tini"],
		["RUN apk add --no-cache tini", undefined, "tini /sbin/tini"],
		["RUN apk add tini-static", "alpine", "tini /sbin/tini-static"],
		["RUN apk add dumb-init", "alpine", "dumb-init /usr/bin/dumb-init"],
		["RUN apt-get update && apt-get install -y curl \\\n  tini \\\n  wget", "debian", "tini /usr/bin/tini"],
		["RUN apt-get install -y --no-install-recommends dumb-init", undefined, "dumb-init /usr/bin/dumb-init"],
		["RUN dnf install -y tini", "fedora", "tini /usr/bin/tini"],
		["RUN microdnf install -y tini", "ubi-minimal", "tini /usr/bin/tini"],
		["RUN pip install dumb-init", undefined, "dumb-init /usr/local/bin/dumb-init"],
		["RUN pip3 install --no-cache-dir dumb-init==1.2.5", "debian", "dumb-init /usr/local/bin/dumb-init"],
		["COPY --from=b /sbin/tini /sbin/tini", undefined, "tini /sbin/tini"],
		["COPY tini /usr/local/bin/", undefined, "tini /usr/local/bin/tini"],
		["COPY dumb-init_1.2.5_x86_64 /usr/bin/dumb-init", undefined, "dumb-init /usr/bin/dumb-init"],
		["COPY .pidone/pidone-linux-amd64 /sbin/pidone", undefined, "pidone /sbin/pidone"],
		["ADD https://example.com/tini /tini\nRUN chmod +x /tini", undefined, "tini /tini"],
		["ADD --chmod=0755 tini /tini", undefined, "tini /tini"],
	])("finds that of %j on %s: %s", (text, distro, expected) => {
		expect(find(text, distro)).toEqual([`1 ${expected}`]);
	});

	it.each<readonly [string, Distro | undefined]>([
		["RUN apk add tinycc", "alpine"],
		["RUN apk del tini", "alpine"],
		["RUN echo tini", "alpine"],
		["RUN apk add curl && tini --version", "alpine"],
		["RUN dnf install -y tini", undefined],
		["RUN zypper in tini", "opensuse"],
		["RUN pip install tini", "debian"],
		["COPY tini tini", undefined],
		["COPY tini bin/tini", undefined],
		["COPY a tini /b/", undefined],
		["COPY tini /b", undefined],
		["ADD tini /tini", undefined],
		["ADD https://example.com/tini /tini", undefined],
		["ADD https://example.com/tini /tini\nRUN chmod +x /other", undefined],
		["COPY init.sh /init", undefined],
		["CMD apk add tini", "alpine"],
	])("finds none in %j on %s", (text, distro) => {
		expect(find(text, distro)).toEqual([]);
	});

	it("finds each of several, in order", () => {
		expect(find("RUN apk add tini\nRUN x\nCOPY dumb-init /usr/bin/", "alpine")).toEqual(["1 tini /sbin/tini", "3 dumb-init /usr/bin/dumb-init"]);
	});
});
