import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { docker } from "../../helpers/engine.ts";

/**
 * Builds an image that is based on the engine's Node.js image and trusts the same certificates as this machine, because
 * the npm registry may need one of them. `folder` must be empty.
 */
export async function buildTrustingNode(image: string, folder: string): Promise<void> {
	const certificates = process.env.NODE_EXTRA_CA_CERTS ?? "";
	const lines = ["COPY certificates /etc/npm-certificates", "ENV NODE_EXTRA_CA_CERTS=/etc/npm-certificates"];
	if (existsSync(certificates)) cpSync(certificates, join(folder, "certificates"));
	writeFileSync(
		join(folder, "Dockerfile"),
		`FROM node:22-slim\n${existsSync(certificates) ? `${lines.join("\n")}\n` : ""}`,
	);
	await docker("buildx", "build", "--quiet", "--pull=false", "--network", "none", "--tag", image, folder);
}
