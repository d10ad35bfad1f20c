import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { docker, engineEnv } from "../../helpers/engine.ts";
import { poll } from "../../helpers/poll.ts";
import { makeFolder } from "./workspace.ts";

/** A separate engine, with the network in which BuildKit runs a scanner, and an image store that keeps attestations. */
export interface BridgedEngine {
	/** The environment in which `docker` reaches it. */
	readonly env: Readonly<Record<string, string>>;
	/** Copies images to it from the engine of the other tests. */
	readonly load: (...images: readonly string[]) => Promise<void>;
	readonly stop: () => Promise<void>;
}

/**
 * Starts the dockerd next to `docker` in a network namespace: it creates its bridge there, and this machine's network
 * does not change. Returns the reason if this is not possible.
 */
export async function startBridgedEngine(): Promise<BridgedEngine | string> {
	const env = { ...engineEnv, PATH: engineEnv.PATH ?? process.env.PATH ?? "" };
	if (process.getuid?.() !== 0) return "only root can start an engine";
	if ((await execa("unshare", ["--net", "dockerd", "--version"], { env, reject: false })).failed)
		return "there is no dockerd here, or no network namespace can be made";
	const folder = makeFolder({ "daemon.json": '{"features": {"containerd-snapshotter": true}}' });
	const at = (name: string) => join(folder, name);
	const host = `unix://${at("docker.sock")}`;
	const flags = [
		"--data-root",
		at("data"),
		"--exec-root",
		at("exec"),
		"-H",
		host,
		"--pidfile",
		at("pid"),
		"--iptables=false",
		"--ip6tables=false",
	];
	const daemon = execa("unshare", ["--net", "dockerd", ...flags, "--config-file", at("daemon.json")], {
		env,
		reject: false,
		stdio: ["ignore", { file: at("log") }, { file: at("log") }],
	});
	const own = { ...env, DOCKER_HOST: host };
	const stop = async () => {
		daemon.kill();
		await daemon;
		await execa("umount", ["--recursive", at("exec/netns/default")], { reject: false });
	};
	try {
		await poll("dockerd answers", async () =>
			(await execa("docker", ["version"], { env: own, reject: false })).failed ? undefined : true,
		);
	} catch {
		await stop();
		return `dockerd does not start in a network namespace: ${existsSync(at("log")) ? readFileSync(at("log"), "utf8").split("\n").slice(-3).join(" ") : "it has no log"}`;
	}
	const load = async (...images: readonly string[]) => {
		await docker("save", "--output", at("images.tar"), ...images);
		await execa("docker", ["load", "--quiet", "--input", at("images.tar")], { env: own });
	};
	return { env: own, load, stop };
}
