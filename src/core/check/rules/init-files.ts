// Whether an init that a command names is in the image, is executable, and is made for the image.
import type { AnalysedStage } from "../../analysis/analyse.ts";
import type { AnalysedFile } from "../../analysis/analyse-source.ts";
import { ancestryOf, lineageOf } from "../../analysis/lineage.ts";
import { targetPlatforms } from "../../analysis/options.ts";
import type { FollowedFile } from "../../command/follow-source.ts";
import type { ImageFiles } from "../../command/image-files.ts";
import { flagValue } from "../../dockerfile/instruction.ts";
import type { Distro } from "../../images/catalogue-entry.ts";
import { type ImageTraits, traitsOf } from "../../images/distros.ts";
import { inits } from "../../inits/index.ts";
import { baseName, readInitInvocation } from "../../inits/invocation.ts";
import { assetOf, lacksGlibc } from "../../install/init-asset.ts";
import {
	findInstalledInits,
	findRemovedInit,
	type InstallContext,
	type InstalledInit,
} from "../../install/installed-init.ts";
import type { RewriteOptions } from "../../rewrite/options.ts";
import { hasNoInit, mayInstallUnseen } from "./unseen-installs.ts";

const PATH = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** The inits of a stage's image. */
export class InitFiles {
	readonly #file: AnalysedFile;
	readonly #analysed: AnalysedStage;
	readonly #options: RewriteOptions;
	readonly #files: ImageFiles;

	constructor(file: FollowedFile, analysed: AnalysedStage, options: RewriteOptions) {
		this.#file = file;
		this.#analysed = analysed;
		this.#options = options;
		this.#files = file.commands.filesOf(analysed);
	}

	/**
	 * Why the init at a path, or with a name that is in PATH, cannot start; undefined if it can, or if that is unknown.
	 */
	whyCannotStart(path: string): string | undefined {
		const installed = this.#installedIn(this.#analysed);
		const found = installed.find((init) => this.#isAt(init, path));
		if (found !== undefined) return this.#whyUnfit(found);
		const copied = path.startsWith("/") ? this.#files.find(path) : this.#files.findProgram(path, ".");
		if (copied?.isExecutable === false && copied.text === undefined) return noMode(`line ${copied.by.line}`, path);
		if (copied !== undefined || this.#isOfBase(path) || this.#files.mayHold(path)) return undefined;
		return this.#whyMissing(path, installed);
	}

	#installedIn(analysed: AnalysedStage): InstalledInit[] {
		return findInstalledInits(lineageOf(this.#file.stages, analysed), this.#contextOf(analysed));
	}

	#contextOf({ end: { distro }, variables }: AnalysedStage): InstallContext {
		return { distro, source: this.#file.dockerfile.source, variables };
	}

	/** Whether a path refers to an installed init: /bin is /usr/bin in distributions that have merged them. */
	#isAt({ path }: InstalledInit, named: string): boolean {
		if (!path.startsWith("/")) return baseName(path) === baseName(named);
		const { distro } = this.#analysed.end;
		const real = (each: string): string => realFolder(each, distro);
		if (named.startsWith("/")) return real(path) === real(named);
		return (
			baseName(path) === baseName(named) &&
			this.#folders().some((folder) => real(`${folder}/x`) === real(path.replace(/[^/]*$/, "x")))
		);
	}

	#folders(): string[] {
		const own = this.#analysed.variables.get("PATH") ?? "";
		return [...own.split(":").filter((folder) => folder.startsWith("/")), ...PATH];
	}

	#isOfBase(path: string): boolean {
		const [root] = ancestryOf(this.#file.stages, this.#analysed);
		return root?.bases.some((base) => base.kind === "image" && base.facts.entrypoint.includes(path)) ?? false;
	}

	#whyMissing(path: string, installed: readonly InstalledInit[]): string | undefined {
		const program = readInitInvocation([path])?.program;
		const other = installed.find(({ name }) => name === program);
		if (other !== undefined)
			return `line ${other.by.line} puts ${baseName(other.path)} at ${other.path}: write that path`;
		const [root] = ancestryOf(this.#file.stages, this.#analysed);
		const lineage = lineageOf(this.#file.stages, this.#analysed);
		const removal = findRemovedInit(lineage, this.#contextOf(this.#analysed), program);
		if (removal !== undefined) return `line ${removal.line} removes ${program} again: keep it`;
		if (root === undefined || !hasNoInit(root) || mayInstallUnseen(lineage, baseName(path))) return undefined;
		return `nothing installs ${baseName(path)}, and ${root.stage.base} does not have it: install it, or run pidone rewrite --replace`;
	}

	/** Why an init in the image is not executable, or is made for another image. */
	#whyUnfit(init: InstalledInit): string | undefined {
		const origin = this.#originOf(init)?.file;
		const { isExecutable, by, path } = init.isExecutable === undefined && origin !== undefined ? origin : init;
		if (isExecutable === false) return noMode(`line ${by.line}`, path);
		const made = origin?.asset === undefined ? init : origin;
		const facts = assetOf(made);
		return this.#whyWrongPlatform(made.asset, facts?.architecture) ?? this.#whyWrongLibc(init, made, facts?.libc);
	}

	/** The file that COPY --from takes from another stage, and that stage. */
	#originOf({ by, asset }: InstalledInit): Origin | undefined {
		const from = flagValue(by, "from")?.toLowerCase();
		const stage = this.#file.stages.find(
			(each) => from !== undefined && (each.stage.name === from || String(each.stage.index) === from),
		);
		const file = stage && this.#installedIn(stage).find(({ path }) => baseName(path) === asset);
		return file && { file, stage };
	}

	#whyWrongPlatform(asset: string | undefined, architecture: string | undefined): string | undefined {
		if (architecture === undefined) return undefined;
		// A stage that is built on another has its platform, whatever its own FROM says.
		const [root = this.#analysed] = ancestryOf(this.#file.stages, this.#analysed);
		const { platform } = root.stage;
		const stated = platform === undefined || platform.includes("$") ? this.#options.platforms : [platform];
		const wrong = targetPlatforms(stated === undefined ? {} : { platforms: stated }).find(
			(each) => each.split("/")[1] !== architecture,
		);
		// Without a platform, most builds are for amd64.
		if (wrong === undefined || (stated === undefined && architecture === "amd64")) return undefined;
		return `${asset} is for linux/${architecture}, but the image is built for ${wrong}: select the file by TARGETARCH, or the platform with --platform`;
	}

	#whyWrongLibc(init: InstalledInit, { asset, name }: InstalledInit, libc: "glibc" | undefined): string | undefined {
		const { end } = this.#analysed;
		if (libc !== undefined && lacksGlibc(end))
			return `${asset} is linked against glibc, which ${end.distro ?? "its base"} does not have: use ${name}-static, or the package`;
		return this.#whyForeignLibc(init);
	}

	/** A distribution's own tini is linked against its libc, so a copy of it does not start in another image. */
	#whyForeignLibc(init: InstalledInit): string | undefined {
		const origin = this.#originOf(init);
		const { distro } = this.#analysed.end;
		const { by, name } = init;
		if (name !== "tini" || origin === undefined || distro === undefined) return undefined;
		const { file, stage } = origin;
		if (file.by.keyword !== "RUN" || file.asset !== undefined || file.path.endsWith("-static")) return undefined;
		const { libc } = traitsOf(stage.end);
		const own = this.#libc();
		if (stage.end.distro === undefined || libc === undefined || own === undefined || libc === own) return undefined;
		return `line ${by.line} copies the ${name} of ${stage.end.distro}, which is linked against ${libc}, into ${distro}: install ${inits[name].name} there, or copy a static one`;
	}

	/** Distroless images called static have no libc. */
	#libc(): ImageTraits["libc"] {
		const { end } = this.#analysed;
		const [root] = ancestryOf(this.#file.stages, this.#analysed);
		const isStatic = root?.bases.some((base) => base.kind === "image" && /\/static(?:-|$)/.test(base.reference.name));
		return end.distro === "distroless" && isStatic ? "none" : traitsOf(end).libc;
	}
}

/** A file that was copied from another stage. */
interface Origin {
	readonly file: InstalledInit;
	readonly stage: AnalysedStage;
}

/** Distributions in which /usr/sbin is /usr/bin, at least in their latest releases. */
const ONE_FOLDER: ReadonlySet<Distro> = new Set(["arch", "fedora", "wolfi"]);

/** Resolves the links that distributions have in place of folders. */
function realFolder(path: string, distro: Distro | undefined): string {
	if (distro === "alpine") return path;
	const merged = path.replace(/^\/(s?bin)\//, "/usr/$1/");
	return distro !== undefined && ONE_FOLDER.has(distro) ? merged.replace(/^\/usr\/sbin\//, "/usr/bin/") : merged;
}

function noMode(where: string, path: string): string {
	return `${where} installs it without execute permission: add --chmod=0755, or RUN chmod +x ${path}`;
}
