import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { docker } from "./engine.ts";

/**
 * Makes a stand-in for node:22-slim, which cannot be had without a hub: the engine's node:20-slim with this machine's npm. `folder` is an empty one for
 * the build context.
 */
export async function buildNodeWithNpm(image: string, folder: string): Promise<void> {
	const { stdout: modules } = await execa("npm", ["root", "--global"]);
	cpSync(join(modules, "npm"), join(folder, "npm"), { recursive: true });
	// A registry may be behind a certificate that only this machine trusts.
	const certificates = process.env.NODE_EXTRA_CA_CERTS ?? "";
	if (existsSync(certificates)) cpSync(certificates, join(folder, "certificates"));
	else writeFileSync(join(folder, "certificates"), "");
	const dockerfile = [
		"FROM node:20-slim",
		"COPY npm /usr/local/lib/node_modules/npm",
		"COPY certificates /etc/npm-certificates",
		...(existsSync(certificates) ? ["ENV NODE_EXTRA_CA_CERTS=/etc/npm-certificates"] : []),
		"RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm",
	];
	writeFileSync(join(folder, "Dockerfile"), `${dockerfile.join("\n")}\n`);
	await docker("buildx", "build", "--quiet", "--pull=false", "--network", "none", "--tag", image, folder);
}
