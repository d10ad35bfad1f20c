import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { initFolder } from "../../cli/built-cli.ts";
import { type BridgedEngine, startBridgedEngine } from "./helpers/bridged-engine.ts";
import { buildImage, runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { tellLeftOut } from "./helpers/left-out.ts";
import { makeFolder } from "./helpers/workspace.ts";

/** Writes what a scanner writes, but only for the init (moby/buildkit: docs/attestations/sbom-protocol.md). */
const SCANNER = `FROM busybox
COPY --chmod=755 scan /scan
ENTRYPOINT ["/scan"]
`;
const SCAN = `#!/bin/sh
set -e
sum=$(sha256sum "$BUILDKIT_SCAN_SOURCE/sbin/pidone" | cut -d ' ' -f 1)
cat > "$BUILDKIT_SCAN_DESTINATION/init.spdx.json" <<END
{"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "https://spdx.dev/Document", "predicate": {
  "spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "sbom",
  "files": [{"SPDXID": "SPDXRef-init", "fileName": "sbin/pidone", "checksums": [{"algorithm": "SHA256", "checksumValue": "$sum"}]}]}}
END
`;

let engine: BridgedEngine | string;
let [frontend, scanner] = ["", ""];

beforeAll(async () => {
	[engine, frontend, scanner] = await Promise.all([
		startBridgedEngine(),
		buildFrontend(),
		buildImage(["."], { files: { Dockerfile: SCANNER, scan: SCAN } }),
	]);
	if (typeof engine === "string") tellLeftOut("attestations", engine);
	else await engine.load("busybox", frontend, scanner);
});
beforeEach(({ skip }) => {
	if (typeof engine === "string") skip(engine);
});
afterAll(async () => {
	if (typeof engine === "object") await engine.stop();
});

interface Blob {
	readonly digest: string;
	readonly platform?: { readonly architecture: string };
	readonly annotations?: Readonly<Record<string, string>>;
}

it("attaches provenance and an SBOM to the image, with the init in it", async () => {
	const folder = makeFolder({});
	const attest = [
		"--provenance",
		"mode=max",
		"--attest",
		`type=sbom,generator=${scanner}`,
		"--output",
		`type=oci,tar=false,dest=${folder}`,
	];
	const env = typeof engine === "object" ? engine.env : {};
	const input = `# syntax=${frontend}\nFROM busybox\nUSER 1000\nENTRYPOINT ["x"]\n`;
	const { exitCode, output } = await runBuild([...attest, "-f", "-", "."], { input, env });
	expect(exitCode, output).toBe(0);

	const read = ({ digest }: Blob) => JSON.parse(readFileSync(join(folder, "blobs", digest.replace(":", "/")), "utf8"));
	const [index]: readonly Blob[] = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")).manifests;
	if (index === undefined) throw new Error("an empty index");
	const [image, attestation]: readonly Blob[] = read(index).manifests;
	if (image === undefined || attestation === undefined) throw new Error("no attestations beside the image");
	expect(attestation.annotations).toMatchObject({
		"vnd.docker.reference.digest": image.digest,
		"vnd.docker.reference.type": "attestation-manifest",
	});
	expect(read(read(image).config).config).toMatchObject({ Entrypoint: ["/sbin/pidone", "--", "x"], User: "1000" });

	const statements = read(attestation).layers.map(read);
	const [sbom, provenance] = ["spdx.dev", "slsa.dev"].map((host) =>
		statements.find(({ predicateType }: { predicateType: string }) => predicateType.includes(host)),
	);
	const sum = createHash("sha256")
		.update(readFileSync(join(initFolder, `pidone-linux-${process.arch === "arm64" ? "arm64" : "amd64"}`)))
		.digest("hex");
	expect(sbom.predicate.files).toMatchObject([{ fileName: "sbin/pidone", checksums: [{ checksumValue: sum }] }]);
	// The provenance states what built the image, and from which Dockerfile.
	const text = JSON.stringify(provenance.predicate);
	expect(text).toContain(frontend.replace(/:.*/, ""));
	expect(text).toContain("/sbin/pidone");
});
