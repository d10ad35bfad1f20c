import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeContext } from "../build/helpers/pidone-build.ts";
import { docker } from "../helpers/engine.ts";
import { nameImage } from "../helpers/leftovers.ts";
import { explainBase } from "./helpers/explain-base.ts";

const BASE = `FROM scratch AS for-amd64
ENTRYPOINT ["/amd64"]
FROM scratch AS for-arm64
ENTRYPOINT ["/arm64"]
FROM for-$TARGETARCH
COPY Dockerfile /
CMD ["serve"]
`;

describe("an image for several platforms", () => {
	it("is known on each, in an engine and in an archive", async () => {
		const folder = makeContext({ Dockerfile: BASE });
		const image = nameImage();
		const platforms = "linux/amd64,linux/arm64";
		await docker("buildx", "build", "--quiet", "--platform", platforms, "--tag", image, folder);
		const archive = join(folder, "oci.tar");
		const output = `type=oci,name=${image},dest=${archive}`;
		await docker("buildx", "build", "--quiet", "--platform", platforms, "--output", output, folder);
		for (const options of [["--inspect=docker"], ["--layout", archive]]) {
			for (const architecture of ["amd64", "arm64"]) {
				const text = await explainBase(image, folder, ...options, "--platform", `linux/${architecture}`);
				expect(text).toContain(`ENTRYPOINT ["/${architecture}"], CMD ["serve"]`);
			}
			const both = await explainBase(image, folder, ...options, "--platform", platforms);
			expect(both).toContain(`unknown-base: its base ${image} differs between the platforms`);
		}
		await expect(explainBase(image, folder, "--layout", archive, "--platform", "linux/s390x")).rejects.toThrow(
			`${image} does not exist for linux/s390x: it exists for linux/amd64, linux/arm64`,
		);
	});
});
