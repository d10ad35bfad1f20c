import { signalName } from "../../core/command/stop-signals.ts";
import { isObject, type JsonObject, parseInspection, textOf, textsOf } from "../json.ts";

/** What an engine reports about a container (`container inspect`). */
export interface ContainerState {
	readonly isRunning: boolean;
	/** The PID of its first process on the engine's machine; undefined if there is none. */
	readonly hostPid?: number;
	readonly exitCode: number;
	readonly isOutOfMemory: boolean;
	/** Milliseconds since 1970, by the engine's clock. */
	readonly startedAt: number;
	readonly finishedAt: number;
	/** If it has a healthcheck: `starting`, `healthy` or `unhealthy`. */
	readonly health?: string;
	/** The latest output of the healthcheck. */
	readonly healthOutput?: string;
	readonly stopSignal: string;
	/** TCP ports that the image or an option exposes. */
	readonly ports: readonly number[];
}

/** Reads the output of `container inspect`; undefined for any other text. */
export function readContainer(text: string): ContainerState | undefined {
	const container = parseInspection(text);
	const { State: state, Config: config } = container ?? {};
	if (!isObject(state) || !isObject(config)) return undefined;
	const pid = Number(state.Pid);
	// Podman 4 used another name.
	const health = [state.Health, state.Healthcheck].find(isObject);
	return {
		isRunning: state.Running === true,
		...(pid > 0 ? { hostPid: pid } : {}),
		exitCode: Number(state.ExitCode ?? 0),
		isOutOfMemory: state.OOMKilled === true,
		startedAt: readTime(state.StartedAt),
		finishedAt: readTime(state.FinishedAt),
		...readHealth(health),
		stopSignal: signalName(String(config.StopSignal || "SIGTERM")),
		ports: readPorts(config.ExposedPorts),
	};
}

function readHealth(health: JsonObject | undefined): Pick<ContainerState, "health" | "healthOutput"> {
	// Podman reports an empty status for containers without a healthcheck.
	const status = textOf(health?.Status);
	if (health === undefined || status === undefined || status === "none") return {};
	const last: unknown = Array.isArray(health.Log) ? health.Log.at(-1) : undefined;
	const output = isObject(last) ? textOf(last.Output) : undefined;
	return { health: status, ...(output === undefined ? {} : { healthOutput: output.trim() }) };
}

/** What an engine reports about an image (`image inspect`). */
export interface ImageState {
	readonly size?: number;
	readonly entrypoint: readonly string[];
	readonly ports: readonly number[];
	/** The names that FROM can use. */
	readonly names: readonly string[];
}

/** Reads the output of `image inspect`; undefined for any other text. */
export function readImage(text: string): ImageState | undefined {
	const image = parseInspection(text);
	if (image === undefined) return undefined;
	const config = isObject(image.Config) ? image.Config : {};
	const size = Number(image.Size);
	return {
		...(size > 0 ? { size } : {}),
		entrypoint: textsOf(config.Entrypoint),
		ports: readPorts(config.ExposedPorts),
		names: [...textsOf(image.RepoTags), ...textsOf(image.RepoDigests)],
	};
}

function readTime(value: unknown): number {
	// Podman 4 prints times as Go does: 2026-11-27 17:44:29.735 +0000 UTC.
	const text = String(value).replace(/^(\S+) (\S+) ([+-]\d\d)(\d\d)\b.*/, "$1T$2$3:$4");
	return Date.parse(text) || 0;
}

/** The keys are `8080/tcp`, or `8080-8090/tcp` for a range. */
function readPorts(value: unknown): number[] {
	if (!isObject(value)) return [];
	return Object.keys(value).flatMap((key) => {
		const [, first, last = first] = /^(\d+)(?:-(\d+))?(?:\/tcp)?$/.exec(key) ?? [];
		if (first === undefined) return [];
		const count = Math.min(Math.max(Number(last) - Number(first) + 1, 1), 100);
		return Array.from({ length: count }, (_, index) => Number(first) + index);
	});
}
