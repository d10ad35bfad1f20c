import type { AnalysedStage } from "../analysis/analyse.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import type { Init, InitName } from "../inits/init.ts";
import type { InstallMethod } from "./method.ts";
import type { Fragment } from "./render.ts";

/** The user's request, and the facts of the stage. */
export interface InstallRequest {
	readonly init: Init;
	readonly method: InstallMethod;
	/** Platforms that the stage is built for. */
	readonly platforms: readonly string[];
	/** Where package managers, pip and downloads fetch from, by kind, instead of their usual host. */
	readonly mirrors: Readonly<Partial<Record<MirrorKind, string>>>;
	/** Templates by name. */
	readonly templates: Readonly<Record<string, string>>;
	/** The folder of the build context that holds the binaries. */
	readonly source: string;
	/** The init's path in the image, if the user has chosen one. */
	readonly path: string | undefined;
	readonly dockerfile: Dockerfile;
	readonly stage: AnalysedStage;
	/** The stage's instructions after those of the stages that it is built on. */
	readonly lineage: readonly Instruction[];
	/** The instructions of the stages that are built on it. */
	readonly heirs: readonly Instruction[];
	/** The name of the base, for its release. */
	readonly baseText: string;
}

/** The hosts that a mirror can replace: those of a package manager, or of downloads. */
export type MirrorKind = "apk" | "apt" | "rpm" | "pip" | "download";

export const MIRROR_KINDS: readonly MirrorKind[] = ["apk", "apt", "rpm", "pip", "download"];

/** A plan to install an init in a stage. */
interface InstallPlan {
	/** The init's path in the image. */
	readonly path: string;
	/** One sentence: which method was chosen, and why. */
	readonly why: string;
	/** Absent if the init is installed already. */
	readonly step?: InstallStep;
}

export interface InstallStep {
	readonly fragment: Fragment;
	/** After an instruction, or above the command that is edited. */
	readonly place: { readonly after: Instruction } | "above-command";
	/** Whether it has to run as root. */
	readonly needsRoot: boolean;
	/** An alternative, for a stage that cannot have the fragment's build arguments. */
	readonly viaStage?: ViaStage | undefined;
}

/** An init in a separate stage, and the COPY that takes it from there. */
export interface ViaStage {
	readonly init: InitName;
	/** The content of a stage on scratch. */
	readonly content: () => Fragment;
	readonly copyFrom: (stage: string) => Fragment;
}

/** A plan, or why it is impossible. */
export type Attempt = InstallPlan | string;
