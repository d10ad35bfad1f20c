import { once } from "node:events";
import { createReadStream, type ReadStream } from "node:fs";
import { join } from "node:path";
import { copiesFrom } from "../../core/install/init-context.ts";
import { initPlatforms } from "../files/shipped-init.ts";
import { isDelivered, type Project, type RewrittenInput } from "./build-input.ts";
import type { BuilderCommand } from "./builder-command.ts";
import { type Delivery, listInitFiles } from "./delivery.ts";
import { type InitSupply, imageCommands, listImageFiles } from "./init-supply.ts";
import { fillWorkspace, withWorkspace } from "./workspace.ts";

/** Everything that is known before a builder is started. */
export interface Job {
	readonly command: BuilderCommand;
	/** The command as it was given. */
	readonly words: readonly string[];
	readonly supply: InitSupply;
	readonly project: Project;
	/** One for each of the project's inputs. */
	readonly rewritten: readonly RewrittenInput[];
}

/** The commands of a job, in order, for the absolute path of a temporary folder. */
export interface Steps extends Delivery {
	/** Makes the init available to the builder. */
	readonly before?: readonly string[];
	/** Removes it again. */
	readonly after?: readonly string[];
}

/** The steps of a job: only the given command, if there is nothing to deliver. */
export function planSteps({ command, words, supply, project, rewritten }: Job, folder: string): Steps {
	if (!rewritten.some(isDelivered)) return { files: [], words, ...inputOf(project.deliver(rewritten, folder)) };
	const delivery = project.deliver(rewritten, folder);
	if (rewritten.some(({ usesContext }) => usesContext))
		return { ...delivery, files: [...delivery.files, ...listInitFiles(initPlatforms)] };
	if (supply.kind === "context" || !rewritten.some(({ text }) => copiesFrom(supply.name).test(text))) return delivery;
	const { build, remove } = imageCommands(command, supply.name, folder);
	return { ...delivery, files: [...delivery.files, ...listImageFiles(supply.platform)], before: build, after: remove };
}

/** Our stdin has been read, so the builder needs its content again. */
function inputOf({ input }: Delivery): Pick<Delivery, "input"> {
	return input === undefined ? {} : { input };
}

/** What a builder gets on stdin, in the temporary folder. */
const STDIN = "stdin";

/** One of the commands of a job. */
interface Step {
	readonly words: readonly string[];
	/** Whether it makes the init available, builds, or removes the init again. */
	readonly kind: "before" | "build" | "after";
	readonly environment?: Readonly<Record<string, string>>;
	/** An open file that is its stdin, instead of ours. */
	readonly stdin?: ReadStream;
}

/**
 * Does a job, and removes the temporary folder. Resolves to the status of the first command that fails, or 0.
 * @param run runs a command and resolves to its status
 */
export function runJob(job: Job, run: (step: Step) => Promise<number>): Promise<number> {
	return withWorkspace(async (folder) => {
		const { files, words, environment, before, after, input } = planSteps(job, folder);
		fillWorkspace(folder, input === undefined ? files : [...files, { path: STDIN, bytes: input }]);
		const status = before === undefined ? 0 : await run({ words: before, kind: "before" });
		if (status !== 0) return status;
		try {
			const build = { words, kind: "build", ...(environment === undefined ? {} : { environment }) } as const;
			return await (input === undefined
				? run(build)
				: withInput(join(folder, STDIN), (stdin) => run({ ...build, stdin })));
		} finally {
			if (after !== undefined) await run({ words: after, kind: "after" });
		}
	});
}

/**
 * Does something with an open file, to be the stdin of a program: podman and buildah open /dev/stdin, which fails for
 * one of Node's pipes, because it is a socket.
 */
async function withInput<T>(file: string, work: (stdin: ReadStream) => Promise<T>): Promise<T> {
	const stdin = createReadStream(file);
	try {
		await once(stdin, "open");
		return await work(stdin);
	} finally {
		stdin.destroy();
	}
}
