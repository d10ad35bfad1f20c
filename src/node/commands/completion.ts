import type { Command } from "commander";
import { initNames } from "../../core/inits/index.ts";
import { pidone } from "../../core/inits/pidone.ts";
import { MIRROR_KINDS } from "../../core/install/install.ts";
import { INSTALL_METHODS } from "../../core/install/method.ts";
import { FAIL_LEVELS } from "../../core/report/exit-code.ts";
import { formats } from "../../core/report/index.ts";
import { UserError } from "../../core/user-error.ts";
import { ENGINES } from "../resolve/engines.ts";
import { RESOLVE_STEPS } from "../resolve/resolve-steps.ts";

/**
 * Makes a shell's completion script from the commands and options. Throws UserError for an unknown shell.
 */
export function completionScript(program: Command, shell: string): string {
	const write = Object.hasOwn(WRITERS, shell) ? WRITERS[shell] : undefined;
	if (write === undefined)
		throw new UserError(`completion ${shell}: must be one of ${Object.keys(WRITERS).join(", ")}`);
	return write(program.commands.map(describeCommand));
}

interface Described {
	readonly name: string;
	readonly description: string;
	readonly options: readonly DescribedOption[];
	readonly words: readonly string[];
}

interface DescribedOption {
	readonly flag: string;
	readonly short: string | undefined;
	readonly description: string;
}

/** Values that options take. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
	"--init": initNames,
	// Names and references follow the colon.
	"--install": INSTALL_METHODS.split(", ").map((method) => method.replace(/(?<=:).*/, "")),
	"--inspect": ENGINES,
	"--engine": ENGINES,
	"--resolve": RESOLVE_STEPS,
	"--format": Object.keys(formats),
	"--fail-level": FAIL_LEVELS,
	"--platform": pidone.platforms,
	"--mirror": MIRROR_KINDS.map((kind) => `${kind}=`),
};

function describeCommand(command: Command): Described {
	return {
		name: command.name(),
		description: command.summary(),
		options: command.options.flatMap(({ long, short, description }) =>
			long ? [{ flag: long, short, description }] : [],
		),
		words: command.name() === "completion" ? Object.keys(WRITERS) : [],
	};
}

const WRITERS: Readonly<Record<string, (commands: readonly Described[]) => string>> = {
	bash: bashScript,
	zsh: zshScript,
	fish: fishScript,
};

function bashScript(commands: readonly Described[]): string {
	const cases = commands.map(
		({ name, options, words }) =>
			`    ${name}) words="${[...options.map(({ flag }) => flag), ...(words.length > 0 ? words : ["--help"])].join(" ")}" ;;`,
	);
	const shorts = new Map(commands.flatMap(({ options }) => options.map(({ flag, short }) => [flag, short])));
	const values = Object.entries(VALUES).map(([flag, words]) => {
		const spellings = [flag, shorts.get(flag)].filter(Boolean).join("|");
		return `    ${spellings}) words="${words.join(" ")}"; values=1 ;;`;
	});
	const names = commands.map(({ name }) => name).join(" ");
	return `# bash completion for pidone: source <(pidone completion bash)
_pidone() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" values=""
  COMPREPLY=()
  # bash splits --option=value at the equals sign.
  if [[ $cur == "=" ]]; then cur=""; elif [[ $previous == "=" ]]; then previous="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
    help) words="${names}" ;;
    *) words="${names} help --color --no-color --help --version" ;;
  esac
  case "$previous" in
${values.join("\n")}
  esac
  if [[ $values || $cur == -* || $COMP_CWORD == 1 || \${COMP_WORDS[1]} == completion || \${COMP_WORDS[1]} == help ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
  fi
}
complete -o default -F _pidone pidone
`;
}

function zshScript(commands: readonly Described[]): string {
	const list = commands.map(({ name, description }) => `    ${quote(`${name}:${description}`)}`);
	const cases = commands.map(({ name, options, words }) => {
		const specs = options.map(({ flag, description }) =>
			quote(
				`${flag}[${description.replace(/[[\]:]/g, "")}]${VALUES[flag] ? `:value:(${VALUES[flag].join(" ")})` : ""}`,
			),
		);
		return `    ${name}) _arguments ${[...specs, quote(words.length > 0 ? `*:shell:(${words.join(" ")})` : "*:file:_files")].join(" ")} ;;`;
	});
	return `#compdef pidone
# zsh completion for pidone: pidone completion zsh > "\${fpath[1]}/_pidone"
_pidone() {
  local -a commands=(
${list.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
compdef _pidone pidone
`;
}

function fishScript(commands: readonly Described[]): string {
	const lines = commands.flatMap(({ name, description, options, words }) => [
		`complete -c pidone -n __fish_use_subcommand -f -a ${name} -d ${quote(description)}`,
		...options.map(({ flag, description: text }) => {
			const values = VALUES[flag] ? ` -x -a ${quote(VALUES[flag].join(" "))}` : "";
			return `complete -c pidone -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${values} -d ${quote(text)}`;
		}),
		...words.map((word) => `complete -c pidone -n '__fish_seen_subcommand_from ${name}' -f -a ${word}`),
	]);
	return `# fish completion for pidone: pidone completion fish | source\n${lines.join("\n")}\n`;
}

function quote(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}
