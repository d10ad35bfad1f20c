import { createHash } from "node:crypto";
import { version } from "../../version.ts";
import type { Binary } from "./binary.ts";

const LICENSE = "Apache-2.0";
const DOCUMENT = "SPDXRef-DOCUMENT";
const PACKAGE = "SPDXRef-Package-pidone";

/**
 * A software bill of materials in SPDX 2.3. The same binaries and time give the same text.
 * @see https://spdx.github.io/spdx-spec/v2.3/
 */
export function makeSpdx(binaries: readonly Binary[], created: Date): object {
	const files = binaries.map(describeFile);
	const time = `${created.toISOString().slice(0, 19)}Z`;
	const sums = files.map(({ checksums }) => JSON.stringify(checksums));
	return {
		spdxVersion: "SPDX-2.3",
		dataLicense: "CC0-1.0",
		SPDXID: DOCUMENT,
		name: `pidone-${version}`,
		// Must be unique to the document, but need not resolve to anything (2.3, 6.5).
		documentNamespace: `https://spdx.org/spdxdocs/pidone-${version}-${digest("sha256", time, ...sums)}`,
		creationInfo: { created: time, creators: [`Tool: pidone-${version}`] },
		packages: [describePackage(binaries)],
		files,
		relationships: [
			{ spdxElementId: DOCUMENT, relationshipType: "DESCRIBES", relatedSpdxElement: PACKAGE },
			...files.map(({ SPDXID }) => ({
				spdxElementId: PACKAGE,
				relationshipType: "CONTAINS",
				relatedSpdxElement: SPDXID,
			})),
		],
	};
}

/** The verification code is the SHA-1 of the sorted SHA-1 sums of all files (2.3, 7.9). */
function describePackage(binaries: readonly Binary[]): object {
	const sums = binaries.map(({ bytes }) => digest("sha1", bytes)).toSorted();
	return {
		SPDXID: PACKAGE,
		name: "pidone",
		versionInfo: version,
		downloadLocation: "NOASSERTION",
		filesAnalyzed: true,
		packageVerificationCode: { packageVerificationCodeValue: digest("sha1", ...sums) },
		licenseConcluded: LICENSE,
		licenseInfoFromFiles: [LICENSE],
		licenseDeclared: LICENSE,
		copyrightText: "NOASSERTION",
		primaryPackagePurpose: "APPLICATION",
	};
}

interface SpdxFile {
	readonly fileName: string;
	readonly SPDXID: string;
	readonly fileTypes: readonly string[];
	readonly checksums: readonly { readonly algorithm: string; readonly checksumValue: string }[];
	readonly licenseConcluded: string;
	readonly licenseInfoInFiles: readonly string[];
	readonly copyrightText: string;
}

/** SHA-1 is mandatory for files (2.3, 8.4). */
function describeFile({ name, bytes }: Binary): SpdxFile {
	return {
		fileName: `./${name}`,
		SPDXID: `SPDXRef-File-${name}`,
		fileTypes: ["BINARY"],
		checksums: [
			{ algorithm: "SHA1", checksumValue: digest("sha1", bytes) },
			{ algorithm: "SHA256", checksumValue: digest("sha256", bytes) },
		],
		licenseConcluded: LICENSE,
		licenseInfoInFiles: [LICENSE],
		copyrightText: "NOASSERTION",
	};
}

function digest(algorithm: "sha1" | "sha256", ...parts: readonly (string | Uint8Array)[]): string {
	const hash = createHash(algorithm);
	for (const part of parts) hash.update(part);
	return hash.digest("hex");
}
