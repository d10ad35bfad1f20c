// The help of each command.
import { type CommandHelp, exitCodes } from "./command-help.ts";

const BROKEN =
	"a Dockerfile does not parse or cannot be built, or has --init on a command that cannot\n     get an init";

const NONE = "no Dockerfile found";

const AFTER_SIGNAL = "\n  After SIGINT or SIGTERM, 128 plus the signal's number.\n";

export const overview: Omit<CommandHelp, "summary"> = {
	about: `Puts an init in front of what your containers run.

The program in a container runs as PID 1. There, a signal without a handler is dropped, and orphaned
processes become its children: docker stop takes ten seconds and then kills, and zombies pile up.
pidone adds an init with the smallest possible edit, and proves that nothing else changed. If it
does not know something, such as a base image, it says so and changes nothing.

Examples:
  pidone check                         report stages without an init
  pidone rewrite                       print what would change in the Dockerfiles of this directory
  pidone rewrite --write Dockerfile    change one file
  pidone rewrite --init tini           use tini, installed as the base image needs it
  pidone build -- docker build .       build with an init, and leave the Dockerfile as it is
  pidone explain Dockerfile            print who is PID 1, who gets SIGTERM, who reaps orphans
  pidone lock                          record what base images declare, by asking registries
  pidone images node:20                print what is known about a base image
  pidone revert --write                remove the init again
  pidone trial                         run it without and with the init, and compare
  pidone repos list.txt                rewrite many repositories, and push a branch to each`,
	footer: `${exitCodes({
		1: "findings, files that would change, or something else to act on: see the help of the command",
		3: NONE,
		4: `${BROKEN}, or was edited where a rewrite had made changes (revert)`,
	})}

Files:
  .pidone.yaml, .pidone.json           settings, in the directory of a Dockerfile or a parent of it
  pidone.lock.json                     what base images declare; written by pidone lock
  # pidone ignore=CODE reason          a comment in a Dockerfile, above an instruction or above FROM
`,
};

export const rewrite: CommandHelp = {
	summary: "add an init to ENTRYPOINT and CMD",
	about: `Adds an init to ENTRYPOINT and CMD, and prints a diff; with --write, changes the files instead. With -
as the path, reads a Dockerfile from standard input and prints the rewritten one.

A path can also be a build definition: compose.yaml, docker-bake.hcl, skaffold.yaml,
devcontainer.json, a GitHub workflow, .gitlab-ci.yml, cloudbuild.yaml, a Makefile, a Tiltfile or a
shell script. Dockerfiles, targets, build arguments, contexts and platforms come from there.

Without paths, searches the current directory for Dockerfile, Containerfile, and names such as
Dockerfile.dev and dev.Dockerfile. Respects .gitignore; skips backups, documents and templates. A
file that you name is always processed.

If an ENTRYPOINT or CMD has the flag --init, as in ENTRYPOINT --init=tini ["app"], only the stages
with the flag are changed. The flag is removed, because builders reject it.

Examples:
  pidone rewrite services/
  pidone rewrite compose.yaml
  pidone rewrite --write Dockerfile
  pidone rewrite - < Dockerfile
  pidone rewrite --init dumb-init --install apt-get Dockerfile
  pidone rewrite --init tini --mirror apk=https://mirrors.example.org Dockerfile
  pidone rewrite --init pidone --replace Dockerfile
  pidone rewrite --base-entrypoint 'acme/base=["/entrypoint.sh"]' Dockerfile
  pidone rewrite --kill-orphans 'php-fpm*' Dockerfile`,
	footer: `
Install methods:
  auto             for pidone: copy; for tini and dumb-init: what is already installed, or else
                   the distribution's package, or else a download
  copy             COPY from .pidone/ in the build context (see --source)
  context:NAME     COPY from a named context (docker buildx build --build-context NAME=dir)
  image:REF        COPY from another image
  apk apt-get dnf yum microdnf tdnf zypper pip
                   the distribution's package, or dumb-init from the Python Package Index
  deb rpm          the package of the init's own release, with a verified checksum
  download         curl, wget or ADD, with a verified checksum; also curl, wget, add
${exitCodes({ 1: "a file would change (--check)", 3: NONE, 4: BROKEN })}
`,
};

export const build: CommandHelp = {
	summary: "run a build with an init, and leave the Dockerfile as it is",
	about: `Runs a builder's command with rewritten Dockerfiles and the init. Nothing in the working tree changes.
Reads the target, build arguments, platforms and named contexts from the command, and settings from
the nearest .pidone.yaml. Exit code, signals, stdin and output are the builder's.

Builders: docker build, docker buildx build, docker buildx bake, docker compose build, podman build,
buildah build, nerdctl build.

Only the stage that is built is changed, within its lines or at its end, so that the builder's
errors name the lines of your Dockerfile. If no init can be installed, the builder is not started;
a comment "# pidone ignore=rewritten reason" above FROM exempts a stage. If a base image is
unknown, pidone warns and the image is built as the Dockerfile says.

--dry-run starts no program. For bake and Compose, it reads from standard input what they print
(bake --print, compose config --format json). A build context that only the builder can fetch (git,
http) is rejected: clone it first, or pass the Dockerfile with --file - on standard input.

Examples:
  pidone build -- docker buildx build --tag app .
  pidone build --init tini -- docker build --file docker/Dockerfile .
  pidone build --dry-run -- docker build .
  docker buildx bake --print | pidone build --dry-run -- docker buildx bake --file -
  pidone build -- podman build --tag app .`,
	footer: `${exitCodes({ 4: BROKEN })}
  Once the builder has started, its own exit code.
`,
};

export const check: CommandHelp = {
	summary: "report stages without an init, and containers that will not stop cleanly",
	about: `Reports stages without an init, and containers that will not stop cleanly.

Prints one line with a stable code for the target and for every named stage with a command of its
own: rewritten (an init is missing), already-init, inherits-init, frontend-init, unknown-base,
must-be-pid1, unknown-command, windows, no-command, inherited-command, cannot-install,
cannot-replace or ignored. Then prints the findings. docs/rules has a page for each code.

Examples:
  pidone check
  pidone check compose.yaml
  pidone check --format github services/*/Dockerfile
  pidone check --json - < Dockerfile
  pidone check --format text --format sarif --output pidone.sarif
  pidone check --report report.html services/
  pidone check --changed-since origin/main --fail-level error
  pidone check --baseline pidone-baseline.json --update-baseline`,
	footer: `${exitCodes({ 1: "there are findings (see --fail-level)", 3: NONE, 4: BROKEN })}\n`,
};

export const explain: CommandHelp = {
	summary: "print the process tree of each stage, before and after a rewrite",
	about: `Prints the process tree of each stage, before and after a rewrite: who is PID 1, who gets the stop
signal, and who reaps orphans.

Examples:
  pidone explain
  pidone explain compose.yaml
  pidone explain --init tini services/web/Dockerfile`,
	footer: `${exitCodes({ 0: "success", 3: NONE, 4: BROKEN })}\n`,
};

export const lock: CommandHelp = {
	summary: "record what base images declare, so that other runs need not look it up",
	about: `Looks up what the base images of Dockerfiles declare, and records it in pidone.lock.json: for each
image and platform, its digest and the settings that decide what runs. Commit the file: rewrite,
check, explain and build read it, and with --frozen use nothing else.

Uses the nearest lock file above a Dockerfile. If there is none, writes one next to .pidone.yaml, or
else to the current directory. Keeps the entries of the file; --update looks them up again. When the
directory of the file is searched, removes images that no Dockerfile uses any more. Asks the
catalogue and registries, unless --resolve or the config file says otherwise.

Examples:
  pidone lock
  pidone lock --update --resolve registry
  pidone lock --resolve catalogue,engine services/web/Dockerfile
  pidone lock --check                  in CI: does the lock file have every base image?`,
	footer: `${exitCodes({ 1: "no source knows a base image, or the lock file would change (--check)", 3: NONE, 4: "a Dockerfile does not parse" })}\n`,
};

export const images: CommandHelp = {
	summary: "list the base images that are known",
	about: `Prints what pidone knows about base images: what they declare, and where that was read. Images from
the config file and from --base-config come first, then the built-in catalogue. For an image with a tag
or a digest, prints only what applies to it. A CMD that is "not known" changes while the tag stays.

With --diff, compares what is known about images with what registries say, or the other sources that
--resolve names: for a job that checks whether the catalogue is still right.

Examples:
  pidone images node:20-alpine
  pidone images --diff node:20 python:3.12
  pidone images 'mcr.microsoft.com/dotnet/*'
  pidone images --json`,
	footer: `${exitCodes({ 1: "nothing is known about an image, or it differs (--diff)" })}\n`,
};

export const revert: CommandHelp = {
	summary: "remove exactly what rewrite added",
	about: `Finds the comments "# pidone: …" that rewrite left, and removes what they describe and nothing else.
Prints a diff; with --write, changes the files instead.

Examples:
  pidone revert
  pidone revert --write Dockerfile`,
	footer: `${exitCodes({
		1: "a file would change (--check)",
		3: NONE,
		4: "a Dockerfile does not parse, or was edited where a rewrite had made changes",
	})}\n`,
};

export const repos: CommandHelp = {
	summary: "rewrite many repositories, and push a branch to each",
	about: `Clones each repository of a list, rewrites and verifies its Dockerfiles, commits the changes to a
branch, and pushes it. Adds the binaries of the init if the Dockerfiles copy them. Never pushes to an
existing branch, and never waits for a password.

The state file records what is done: after an interruption, run the same command again. Repositories
that failed are tried again, and nothing is done twice. A repository's own .pidone.yaml applies.

--pr-command runs in the clone, with PIDONE_REPOSITORY, PIDONE_BRANCH, PIDONE_BASE, PIDONE_TITLE and
PIDONE_BODY_FILE in its environment. Without it, pidone prints a command for GitHub, GitLab and
Gitea.

Examples:
  pidone repos repos.txt --dry-run
  pidone repos repos.txt --init tini --jobs 8
  pidone repos repos.txt --from-builds
  pidone repos repos.txt --shard 2/5
  gh repo list acme --json url --jq '.[].url' | pidone repos -
  pidone repos repos.txt --pr-command 'gh pr create --head "$PIDONE_BRANCH" --base "$PIDONE_BASE" \\
    --title "$PIDONE_TITLE" --body-file "$PIDONE_BODY_FILE"'`,
	footer: `${exitCodes({ 1: "a repository failed", 3: "the list is empty" })}${AFTER_SIGNAL}`,
};

export const trial: CommandHelp = {
	summary: "run a container without and with the init, and compare them",
	about: `Builds a Dockerfile without and with the init, runs both images on your container engine, and compares
what was measured: how long they take to stop and how they end, who is PID 1, which processes get the
stop signal, zombies, size and memory. An image is tried as it is, and with the init on top of it.
Dockerfiles do not change, and nothing stays on the engine.

A container is up when its healthcheck says so, or else when one of its exposed ports is open, or else
after two seconds; --ready-log and --ready-after replace these rules. Containers run one after the
other, with --network none unless a --run-option names a network. The words after the target are their
command.

Examples:
  pidone trial
  pidone trial services/web/Dockerfile --init tini
  pidone trial postgres:16 --run-option=--env=POSTGRES_PASSWORD=x --ready-log 'ready to accept'
  pidone trial busybox -- sh -c 'sleep 1000; echo never'
  pidone trial --json --stop-timeout 3 > trial.json`,
	footer: `${exitCodes({
		0: "the init helps",
		1: "the init does not help, or breaks something",
		2: "a mistake in the command line or a config file; no engine, no init to add, or a build that fails",
		3: NONE,
		4: BROKEN,
	})}${AFTER_SIGNAL}`,
};

export const emit: CommandHelp = {
	summary: "write the binaries of the init, with checksums and an SPDX file",
	about: `Writes the init for each platform, as pidone-linux-amd64, pidone-linux-armv7 and so on, with
SHA256SUMS and pidone.spdx.json, to .pidone/ or another directory. The binaries are part of this
package: nothing is downloaded or compiled. Files that are up to date are not written again. The
date in the SPDX file is that of the environment variable SOURCE_DATE_EPOCH, or 1970.

With --for, writes to each build context that the given Dockerfiles copy pidone from, for the
platforms that they copy. Skips Dockerfiles that copy none.

Examples:
  pidone emit
  pidone emit --platform linux/amd64 docker/init
  pidone emit --platform all           for every platform that has an init
  pidone emit --for services/
  pidone emit --check                  in CI: does the committed .pidone/ match this version?`,
	footer: `${exitCodes({ 1: "a file is missing or differs (--check)", 3: "no Dockerfile found (--for)", 4: "a Dockerfile does not parse (--for)" })}\n`,
};

export const compile: CommandHelp = {
	summary: "compile your own init to static executables",
	about: `Compiles AssemblyScript, which has TypeScript's syntax, to static executables: functions, integers and
the modules of pidone's init ("pidone/init/main" and so on), but no floats, strings, objects or
closures. Errors are reported as file:line:column. Requires the npm package assemblyscript.

For several platforms, or with {arch} in the name, writes one executable for each: -o my-init writes
my-init-amd64 and my-init-arm64. The same applies to --listing.

Examples:
  pidone compile init.ts -o my-init --platform linux/amd64
  pidone compile init.ts -o .pidone/pidone-linux-{arch}
  pidone compile init.ts -o my-init --platform linux/amd64 --listing -`,
	footer: `${exitCodes({ 1: "the source does not compile" })}\n`,
};

export const completion: Pick<CommandHelp, "summary"> = { summary: "print a shell completion script" };
