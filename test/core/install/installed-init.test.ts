import { describe, expect, it } from "vitest";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";
import type { Distro } from "../../../src/core/images/catalogue-entry.ts";
import { findInstalledInits } from "../../../src/core/install/installed-init.ts";

const TINI = "https://github.com/krallin/tini/releases/download";
const DUMB_INIT = "https://github.com/Yelp/dumb-init/releases/download";

/**
 * One init on one line: its line number, name and path, whether it is executable (x, - or ?), and its original name.
 */
function find(text: string, distro?: Distro, variables: Readonly<Record<string, string>> = {}): string[] {
	const found = findInstalledInits(scanDockerfile(text).instructions, {
		distro,
		source: text,
		variables: new Map(Object.entries(variables)),
	});
	return found.map(({ name, path, by, isExecutable, asset }) => {
		const bit = isExecutable === undefined ? "?" : isExecutable ? "x" : "-";
		return [by.line, name, path, bit, ...(asset === undefined ? [] : [asset])].join(" ");
	});
}

type Row = readonly [text: string, distro: Distro | undefined, ...expected: string[]];

function expectEach(rows: readonly Row[]): void {
	it.each(rows.map(([text, distro, ...expected]) => ({ text, distro, expected })))(
		"$text on $distro",
		({ text, distro, expected }) => {
			expect(find(text, distro)).toEqual(expected);
		},
	);
}

describe("findInstalledInits", () => {
	describe("by package managers", () => {
		expectEach([
			["RUN apk add --no-cache tini", "alpine", "1 tini /sbin/tini x"],
			["RUN apk add --no-cache tini=0.19.0-r3 curl", "alpine", "1 tini /sbin/tini x"],
			["RUN apk add curl tini~=0.19", "alpine", "1 tini /sbin/tini x"],
			["RUN apk --no-cache add 'tini>0.18' bash", "alpine", "1 tini /sbin/tini x"],
			["RUN apk add tini@edge", "alpine", "1 tini /sbin/tini x"],
			["RUN apk add --no-cache tini", undefined, "1 tini /sbin/tini x"],
			["RUN apk add --no-cache tini", "wolfi", "1 tini /usr/bin/tini x"],
			["RUN apk add tini-static", "alpine", "1 tini /sbin/tini-static x"],
			[
				"RUN apk add dumb-init catatonit",
				"alpine",
				"1 dumb-init /usr/bin/dumb-init x",
				"1 catatonit /usr/bin/catatonit x",
			],
			[
				"RUN set -eux; apk update; apk add --no-cache --virtual .run-deps \\\n    su-exec \\\n    tini \\\n  ;",
				"alpine",
				"1 tini /sbin/tini x",
			],
			["RUN apk add tini && apk del tini", "alpine"],
			['RUN ["apk", "add", "tini"]', "alpine", "1 tini /sbin/tini x"],
			['RUN if [ -n "$X" ]; then apk add tini; fi', "alpine", "1 tini /sbin/tini x"],
			['ARG PACKAGES="curl tini"\nRUN apk add $PACKAGES', "alpine", "2 tini /sbin/tini x"],
			["RUN <<EOF\napk update\napk add --no-cache tini\nEOF", "alpine", "1 tini /sbin/tini x"],
			["RUN <<EOF bash -e\napk add tini\nEOF", "alpine", "1 tini /sbin/tini x"],
			[
				"RUN apt-get update && apt-get install -y curl \\\n  tini \\\n  wget",
				"debian",
				"1 tini /usr/bin/tini x",
				"1 tini /usr/bin/tini-static x",
			],
			["RUN apt-get install -y --no-install-recommends dumb-init", undefined, "1 dumb-init /usr/bin/dumb-init x"],
			["RUN apt-get install -y dumb-init $(cat /run.txt)", "debian", "1 dumb-init /usr/bin/dumb-init x"],
			["RUN apt install -y tini:amd64=0.19.0-1", "ubuntu", "1 tini /usr/bin/tini x", "1 tini /usr/bin/tini-static x"],
			[
				"RUN sudo DEBIAN_FRONTEND=noninteractive apt-get -qqy install catatonit",
				"debian",
				"1 catatonit /usr/bin/catatonit x",
			],
			["RUN apt-get install -y tini && apt-get purge -y tini", "debian"],
			["RUN apk add --no-cache --virtual .deps tini gcc && make && apk del .deps", "alpine"],
			["RUN apk add -t .deps tini && apk del .other", "alpine", "1 tini /sbin/tini x"],
			["RUN apk add --virtual=.deps gcc && apk add tini && apk del .deps", "alpine", "1 tini /sbin/tini x"],
			["RUN dnf install -y tini", "fedora", "1 tini /usr/bin/tini x"],
			["RUN dnf install -y tini-0.19.0-8.fc40", "fedora", "1 tini /usr/bin/tini x"],
			["RUN dnf install -y tini", undefined, "1 tini /usr/bin/tini x"],
			["RUN microdnf install -y tini.x86_64", "ubi-minimal", "1 tini /usr/bin/tini x"],
			["RUN yum -y install epel-release && yum -y install dumb-init", "centos", "1 dumb-init /usr/bin/dumb-init x"],
			["RUN zypper in tini", "opensuse", "1 tini tini x"],
			["RUN pacman -Syu --noconfirm tini", "arch", "1 tini /usr/bin/tini x"],
			["RUN conda install -y tini", "debian", "1 tini tini x"],
			["RUN mamba install --yes -c conda-forge 'tini=0.18.0' python", "ubuntu", "1 tini tini x"],
			["RUN pip install dumb-init", undefined, "1 dumb-init /usr/local/bin/dumb-init x"],
			["RUN pip3 install --no-cache-dir dumb-init==1.2.5", "debian", "1 dumb-init /usr/local/bin/dumb-init x"],
			["RUN python3 -m pip install 'dumb-init>=1.2'", "debian", "1 dumb-init /usr/local/bin/dumb-init x"],
			["RUN /opt/venv/bin/pip install dumb-init", "debian", "1 dumb-init /opt/venv/bin/dumb-init x"],
			["RUN npm install -g dumb-init", "debian", "1 dumb-init dumb-init x"],
		]);
	});

	describe("by package files", () => {
		expectEach([
			[
				`RUN wget ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_amd64.deb && dpkg -i dumb-init_*.deb && rm dumb-init_*.deb`,
				"debian",
				"1 dumb-init /usr/bin/dumb-init x dumb-init_1.2.5_amd64.deb",
			],
			[
				`RUN curl -L ${TINI}/v0.19.0/tini_0.19.0-amd64.deb > tini.deb && \\\n    dpkg -i tini.deb && \\\n    rm tini.deb`,
				"debian",
				"1 tini /usr/bin/tini x tini_0.19.0-amd64.deb",
				"1 tini /usr/bin/tini-static x tini_0.19.0-amd64.deb",
			],
			[
				`RUN curl -Lo /tmp/pkg.deb ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_amd64.deb \\\n && dpkg -i /tmp/pkg.deb && rm -rf /tmp/pkg.deb`,
				"debian",
				"1 dumb-init /usr/bin/dumb-init x dumb-init_1.2.5_amd64.deb",
			],
			[
				`RUN cd /tmp && wget -q ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_amd64.deb\nRUN apt-get install /tmp/dumb-init_1.2.5_amd64.deb`,
				"debian",
				"2 dumb-init /usr/bin/dumb-init x dumb-init_1.2.5_amd64.deb",
			],
			[
				`ADD ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_amd64.deb /tmp/dumb-init.deb\nRUN dpkg -i /tmp/dumb-init.deb`,
				"debian",
				"2 dumb-init /usr/bin/dumb-init x dumb-init_1.2.5_amd64.deb",
			],
			[
				"COPY docker/tini_0.19.0-amd64.deb /tmp\nRUN dpkg -i /tmp/tini_0.19.0-amd64.deb",
				"ubuntu",
				"2 tini /usr/bin/tini x tini_0.19.0-amd64.deb",
				"2 tini /usr/bin/tini-static x tini_0.19.0-amd64.deb",
			],
			[
				"COPY *.deb /pkg/\nRUN apt-get install -y ./pkg/dumb-init_1.2.5_arm64.deb",
				"debian",
				"2 dumb-init /usr/bin/dumb-init x dumb-init_1.2.5_arm64.deb",
			],
			[
				`RUN yum install -y ${TINI}/v0.19.0/tini_0.19.0.rpm && yum clean all`,
				"centos",
				"1 tini /usr/bin/tini x tini_0.19.0.rpm",
				"1 tini /usr/bin/tini-static x tini_0.19.0.rpm",
			],
			[
				`RUN rpm -ivh ${TINI}/v0.19.0/tini_0.19.0-amd64.rpm`,
				"centos",
				"1 tini /usr/bin/tini x tini_0.19.0-amd64.rpm",
				"1 tini /usr/bin/tini-static x tini_0.19.0-amd64.rpm",
			],
			[
				`ENV V=1.2.1\nRUN curl -sLO ${DUMB_INIT}/v$V/dumb-init_\${V}_amd64.deb && dpkg -i dumb-init_\${V}_amd64.deb`,
				"debian",
				"2 dumb-init /usr/bin/dumb-init x dumb-init_1.2.1_amd64.deb",
			],
			[`RUN wget ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_amd64.deb`, "debian"],
		]);
	});

	describe("by downloads in RUN", () => {
		expectEach([
			[
				`RUN wget -O /usr/local/bin/dumb-init ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_x86_64 && chmod +x /usr/local/bin/dumb-init`,
				"debian",
				"1 dumb-init /usr/local/bin/dumb-init x dumb-init_1.2.5_x86_64",
			],
			[
				`RUN wget -qO/sbin/tini ${TINI}/v0.19.0/tini-static-amd64 && chmod 755 /sbin/tini`,
				"alpine",
				"1 tini /sbin/tini x tini-static-amd64",
			],
			[
				`RUN curl -fsSL ${TINI}/v0.18.0/tini-static-amd64 -o /bin/tini && chmod +x /bin/tini`,
				"debian",
				"1 tini /bin/tini x tini-static-amd64",
			],
			[
				`RUN curl --fail --silent --location --retry 3 -o /bin/tini \\\n  ${TINI}/v0.18.0/tini-static-amd64 \\\n && chmod +x /bin/tini`,
				"debian",
				"1 tini /bin/tini x tini-static-amd64",
			],
			[`RUN curl -sSLo /usr/bin/tini ${TINI}/v0.19.0/tini`, "debian", "1 tini /usr/bin/tini - tini"],
			[
				`RUN curl --output=/usr/bin/tini ${TINI}/v0.19.0/tini && chmod 0644 /usr/bin/tini`,
				"debian",
				"1 tini /usr/bin/tini - tini",
			],
			[
				`RUN curl -L ${TINI}/v0.6.0/tini > tini && \\\n    echo "d5 *tini" | sha256sum -c - && \\\n    mv tini /usr/local/bin/tini && \\\n    chmod +x /usr/local/bin/tini`,
				"ubuntu",
				"1 tini /usr/local/bin/tini x tini",
			],
			[
				`RUN wget --quiet ${TINI}/v0.10.0/tini && mv tini /usr/local/bin/tini && chmod +x /usr/local/bin/tini`,
				"debian",
				"1 tini /usr/local/bin/tini x tini",
			],
			[
				`RUN cd /tmp && wget -O tini ${TINI}/v0.18.0/tini-static-amd64 && chmod 755 tini && mv tini /sbin/`,
				"debian",
				"1 tini /sbin/tini x tini-static-amd64",
			],
			[
				`RUN wget -q ${TINI}/v0.19.0/tini-static-amd64; install -Dm 755 tini-static-amd64 /usr/local/sbin/tini`,
				"debian",
				"1 tini /tini-static-amd64 - tini-static-amd64",
				"1 tini /usr/local/sbin/tini x tini-static-amd64",
			],
			[`RUN wget -P /usr/bin ${TINI}/v0.19.0/tini && chmod a+x /usr/bin/*`, "debian", "1 tini /usr/bin/tini x tini"],
			[
				`RUN curl -L ${TINI}/v0.19.0/tini-arm64 -o /tini\nRUN chmod u+x,g-w /tini`,
				"alpine",
				"1 tini /tini x tini-arm64",
			],
			[
				`RUN curl -L ${TINI}/v0.19.0/tini-amd64 -o /opt/bin/tini && chmod -R 0755 /opt`,
				"debian",
				"1 tini /opt/bin/tini x tini-amd64",
			],
			[`RUN curl -o /init -L ${TINI}/v0.19.0/tini-static && chmod +x /init`, "alpine", "1 tini /init x tini-static"],
			[
				`RUN curl -L ${TINI}/v0.19.0/tini-amd64 -o /tini -L ${TINI}/v0.19.0/tini-amd64.asc -o /tini.asc && chmod +x /tini`,
				"debian",
				"1 tini /tini x tini-amd64",
			],
			[`RUN wget ${TINI}/v0.19.0/tini.asc -O /tini.asc`, "debian"],
			[
				`ENV TINI_VERSION v0.19.0\nRUN wget -O /tini ${TINI}/\${TINI_VERSION}/tini-\${TARGETARCH} && chmod +x /tini`,
				"debian",
				"2 tini /tini x tini-${TARGETARCH}",
			],
			[
				`RUN ARCH=arm64 && curl -Lo /tini ${TINI}/v0.19.0/tini-$ARCH && chmod +x /tini`,
				"debian",
				"1 tini /tini x tini-arm64",
			],
			[
				`RUN export A=amd64; curl -Lo /tini "${TINI}/v0.19.0/tini-static-$A"; chmod +x /tini`,
				"alpine",
				"1 tini /tini x tini-static-amd64",
			],
			[
				`RUN case "$(uname -m)" in x86_64) A=amd64 ;; *) A=arm64 ;; esac; curl -Lo /tini ${TINI}/v0.19.0/tini-$A; chmod +x /tini`,
				"debian",
				"1 tini /tini x tini-$A",
			],
			[
				`RUN dpkgArch="$(dpkg --print-architecture)" && wget -O /usr/bin/tini ${TINI}/v0.19.0/tini-$dpkgArch && chmod +x /usr/bin/tini`,
				"debian",
				"1 tini /usr/bin/tini x tini-$dpkgArch",
			],
			[
				`ENV BIN=/opt/x\nRUN curl -Lo $BIN/dumb-init ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_aarch64 && chmod +x "\${BIN}/dumb-init"`,
				"debian",
				"2 dumb-init /opt/x/dumb-init x dumb-init_1.2.5_aarch64",
			],
			[
				`WORKDIR /srv\nRUN curl -LO ${DUMB_INIT}/v1.2.5/dumb-init_1.2.5_x86_64 && chmod +x dumb-init_1.2.5_x86_64`,
				"debian",
				"2 dumb-init /srv/dumb-init_1.2.5_x86_64 x dumb-init_1.2.5_x86_64",
			],
			[
				"RUN curl -L https://github.com/openSUSE/catatonit/releases/download/v0.2.1/catatonit.x86_64 -o /usr/bin/catatonit && chmod a+x /usr/bin/catatonit",
				"debian",
				"1 catatonit /usr/bin/catatonit x catatonit.x86_64",
			],
			[
				'RUN curl -sSL "https://github.com/fpco/pid1/releases/download/v0.1.3.1/pid1" -o /sbin/pid1 && chown root:root /sbin/pid1 && chmod +x /sbin/pid1',
				"debian",
				"1 pid1 /sbin/pid1 x pid1",
			],
			[
				`RUN <<EOF\nset -e\nwget -O /tini ${TINI}/v0.19.0/tini-static\nchmod +x /tini\nEOF`,
				"alpine",
				"1 tini /tini x tini-static",
			],
			[
				`RUN sh -c 'wget -O /tini ${TINI}/v0.19.0/tini-static && chmod +x /tini'`,
				"alpine",
				"1 tini /tini x tini-static",
			],
			[`RUN wget -O /tini ${TINI}/v0.19.0/tini && chmod +x $FILES`, "debian", "1 tini /tini ? tini"],
			[`RUN wget -O /tini ${TINI}/v0.19.0/tini\nRUN chmod +x (`, "debian", "1 tini /tini ? tini"],
			[`RUN wget -O /tini ${TINI}/v0.19.0/tini && chmod +x /tini && rm -f /tini`, "debian"],
			["RUN gcc -static -o /sbin/tini /src/tini.c", "alpine", "1 tini /sbin/tini ?"],
			[
				"RUN make && cp dumb-init /usr/local/bin/dumb-init",
				"debian",
				"1 dumb-init /usr/local/bin/dumb-init ? dumb-init",
			],
			["RUN ln -s /usr/bin/tini-static /sbin/tini", "debian", "1 tini /sbin/tini ? tini-static"],
		]);
	});

	describe("by COPY and ADD", () => {
		expectEach([
			["COPY --from=b /sbin/tini /sbin/tini", undefined, "1 tini /sbin/tini ? tini"],
			["COPY --from=krallin/ubuntu-tini:latest /usr/local/bin/tini /tini", undefined, "1 tini /tini ? tini"],
			["COPY --from=b /usr/bin/tini /init", undefined, "1 tini /init ? tini"],
			["COPY --from=b /app /tini /", undefined, "1 tini /tini ? tini"],
			["COPY tini /usr/local/bin/", undefined, "1 tini /usr/local/bin/tini ? tini"],
			["COPY tini /usr/local/bin", undefined, "1 tini /usr/local/bin/tini ? tini"],
			["COPY a tini /b/", undefined, "1 tini /b/tini ? tini"],
			['COPY ["bin/tini", "/sbin/tini"]', undefined, "1 tini /sbin/tini ? tini"],
			["COPY --chmod=755 bin/tini-static-amd64 /", undefined, "1 tini /tini-static-amd64 x tini-static-amd64"],
			["COPY --chmod=0644 tini /tini", undefined, "1 tini /tini - tini"],
			[
				"COPY dumb-init_1.2.5_x86_64 /usr/bin/dumb-init",
				undefined,
				"1 dumb-init /usr/bin/dumb-init ? dumb-init_1.2.5_x86_64",
			],
			["COPY .pidone/pidone-linux-amd64 /sbin/pidone", undefined, "1 pidone /sbin/pidone ? pidone-linux-amd64"],
			[
				"ARG TARGETARCH\nCOPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone",
				undefined,
				"2 pidone /sbin/pidone ? pidone-linux-${TARGETARCH}",
			],
			["WORKDIR /app\nCOPY tini .", undefined, "2 tini /app/tini ? tini"],
			["ADD tini /tini", undefined, "1 tini /tini ? tini"],
			["ADD --chmod=0755 tini /tini", undefined, "1 tini /tini x tini"],
			["ADD https://example.com/tini /tini", undefined, "1 tini /tini - tini"],
			["ADD https://example.com/tini /tini\nRUN chmod +x /other", undefined, "1 tini /tini - tini"],
			["ADD https://example.com/tini /tini\nRUN chmod +x /tini", undefined, "1 tini /tini x tini"],
			[
				`ENV TINI_VERSION v0.19.0\nADD ${TINI}/\${TINI_VERSION}/tini /tini\nRUN chmod +x /tini`,
				"debian",
				"2 tini /tini x tini",
			],
			[`ARG ARCH=arm64\nADD ${TINI}/v0.19.0/tini-\${ARCH} /tini`, "debian", "2 tini /tini - tini-arm64"],
			[`ADD ${TINI}/v0.19.0/tini-\${arch} /tini`, "debian", "1 tini /tini - tini-${arch}"],
			[
				`ENV TINI_URL=${TINI}/v0.18.0/tini-static-amd64\nADD \${TINI_URL} /tini\nRUN chmod a+x /tini`,
				"debian",
				"2 tini /tini x tini-static-amd64",
			],
			[
				`ADD --checksum=sha256:c5 --chmod=0755 ${TINI}/v0.19.0/tini-static-amd64 /sbin/tini`,
				"scratch",
				"1 tini /sbin/tini x tini-static-amd64",
			],
			[
				`ADD ${DUMB_INIT}/v1.2.0/dumb-init_1.2.0_amd64 /usr/local/bin/dumb-init`,
				"alpine",
				"1 dumb-init /usr/local/bin/dumb-init - dumb-init_1.2.0_amd64",
			],
			[
				"ADD https://example.com/v0.2.1/catatonit.x86_64 /catatonit\nRUN chmod +x /catatonit",
				undefined,
				"1 catatonit /catatonit x catatonit.x86_64",
			],
		]);
	});

	it.each<readonly [string, Distro | undefined]>([
		["RUN apk add tinycc", "alpine"],
		["RUN apk del tini", "alpine"],
		["RUN echo tini", "alpine"],
		["RUN echo 'apk add tini'", "alpine"],
		["RUN apk add curl && tini --version", "alpine"],
		["RUN apk add curl # and tini", "alpine"],
		["RUN pip install tini", "debian"],
		["RUN pip install -r dumb-init.txt", "debian"],
		["RUN npm install tini", "debian"],
		["RUN test -x /sbin/tini && ls /usr/bin/tini", "debian"],
		["RUN git clone https://github.com/krallin/tini.git /src/tini.git", "debian"],
		["RUN curl -fsSL https://example.com/install-tini.sh | sh", "debian"],
		[`RUN curl -L ${TINI}/v0.19.0/tini | sha256sum`, "debian"],
		["COPY tini tini", undefined],
		["COPY tini bin/tini", undefined],
		["COPY tini /b", undefined],
		["COPY init.sh /init", undefined],
		["COPY tini-shim.sh /bin/tini-shim", undefined],
		["COPY --from=b /tini.asc /", undefined],
		["CMD apk add tini", "alpine"],
		["RUN", "alpine"],
	])("finds none in %j on %s", (text, distro) => {
		expect(find(text, distro)).toEqual([]);
	});

	it("finds each of several, in order", () => {
		expect(find("RUN apk add tini\nRUN x\nCOPY dumb-init /usr/bin/", "alpine")).toEqual([
			"1 tini /sbin/tini x",
			"3 dumb-init /usr/bin/dumb-init ? dumb-init",
		]);
	});

	it("knows the variables that others have set", () => {
		const text = `ARG TINI_VERSION\nARG A\nADD ${TINI}/\${TINI_VERSION}/tini-$A /tini`;
		expect(find(text, "debian", { A: "s390x" })).toEqual(["3 tini /tini - tini-s390x"]);
	});

	it("takes no longer for hostile text", () => {
		const start = performance.now();
		const lines = (word: string, count: number): string => Array.from({ length: count }, () => word).join(" \\\n");
		for (const text of [
			`RUN chmod +x ${lines("/*".repeat(5000), 5)}`,
			`RUN wget -O /tini x && rm ${lines("/*t*i*n*i*", 3000)}`,
			`RUN cp ${lines("tini", 20_000)} /sbin`,
			`RUN ${Array.from({ length: 3000 }, (_, index) => `wget -O /x${index} https://x/tini`).join(" \\\n && ")}`,
			`RUN wget ${lines(`https://x/${"tini-".repeat(5000)}$`, 20)}`,
			`RUN apk add ${lines("tini-".repeat(10_000), 20)}`,
			`RUN tini -m${"m".repeat(20_000)} && install -m"${lines("m".repeat(30_000), 10)}" tini /sbin`,
			`COPY ${lines(`dumb-init_${"${".repeat(10_000)}`, 20)} /dumb-init`,
		])
			find(text, "debian");
		expect(performance.now() - start).toBeLessThan(5000);
	});
});
