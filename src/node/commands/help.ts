/** Texts below the lists of commands and options. */

const EXIT_CODES = `
Exit codes:
  0  nothing to do, or done
  1  findings (check), files that would change (--check), or a source that does not compile (compile)
  2  a mistake in the command line or a config file, or a file that cannot be read or written
  3  no Dockerfile found at all
  4  a Dockerfile that does not parse or cannot be built, or asks with --init for an init that it cannot have,
     or one in which what a rewrite put in has been edited since (revert)
  Of several files the highest code counts.`;

export const overviewHelp: string = `
A container's program runs as PID 1, where signals have no default action and orphans are nobody's:
docker stop waits ten seconds and kills, zombies pile up. pidone puts an init in front of it, with the
smallest edit that does, and never changes what runs: every result is read again and compared before
it is printed. Where it cannot know (an unknown base image), it says so and does nothing.

Examples:
  pidone rewrite                       show what would change in the Dockerfiles below this folder
  pidone rewrite -w Dockerfile         change one file
  pidone rewrite - < Dockerfile        as a filter
  pidone rewrite --init tini           use tini, installed as the base image needs it
  pidone build -- docker build .       build with an init, and leave the Dockerfile as it is
  pidone check --format sarif          findings for a code scanning service
  pidone explain Dockerfile            who is PID 1, who gets SIGTERM, who reaps: before and after
  pidone revert -w                     take it all out again
  pidone emit                          write the init's binaries to .pidone/, where a rewrite copies them
  pidone compile init.ts -o my-init    an init of your own
${EXIT_CODES}

Files:
  .pidone.yaml, .pidone.json           settings, found upward from each Dockerfile
  # pidone ignore=CODE reason          in a Dockerfile, above an instruction or above FROM
`;

export const rewriteHelp: string = `
Prints a unified diff of every file that changes; with - the rewritten file itself. A folder is walked
for Dockerfile, Dockerfile.dev, Dockerfile-dev, dev.Dockerfile, Containerfile and the like; .gitignore is
respected. Backups, documents, temporary files and templates are skipped; a file that is named is not.

Where an ENTRYPOINT or CMD has the flag --init, as in ENTRYPOINT --init=tini ["app"], only the stages that
have it are changed; the flag is taken off, since builders refuse it.

Install methods:
  auto             pidone: copy; else what is installed already, the package that fits, or a download
  copy             COPY from the build context's .pidone/ (see --source)
  context:NAME     COPY from a named context (docker buildx build --build-context NAME=dir)
  image:REF        COPY from another image
  apk apt-get dnf yum microdnf tdnf zypper pip
                   the distribution's package, or dumb-init from the Python Package Index
  deb rpm          the package of the init's own release, with a verified checksum, by dpkg -i or rpm -i:
                   .deb of tini (amd64) and dumb-init (amd64, arm64), .rpm of tini (amd64)
  download         curl or wget with a verified checksum, or ADD --checksum; also add, curl, wget

Examples:
  pidone rewrite services/ -w
  pidone rewrite --init dumb-init --install apt-get Dockerfile
  pidone rewrite --init tini --mirror apk=https://mirrors.example.org Dockerfile
  pidone rewrite --init pidone --replace Dockerfile
  pidone rewrite --base-entrypoint 'acme/base=["/entrypoint.sh"]' Dockerfile
  pidone rewrite --kill-orphans 'php-fpm*' Dockerfile
${EXIT_CODES}
`;

export const buildHelp: string = `
Runs a builder's command and gives it rewritten Dockerfiles, and the init as a named context. Nothing in the
working tree is touched; exit code, signals, stdin and output are the builder's. Target, build arguments,
platforms and named contexts are read from the command, settings from the nearest .pidone.yaml.

Builders: docker build, docker buildx build, docker buildx bake, docker compose build, podman build,
buildah build, nerdctl build. The classic builder of docker build gets the init as a local image.

A build context that the builder fetches (git, http) cannot be read: clone it first, or pass the Dockerfile
with --file - on stdin. Where no init can be put in, the builder is not started and the exit code is 2;
a comment "# pidone ignore=rewritten reason" above its FROM lets it build. Where nothing has to be done, or
nothing is known of a base image, it is told on stderr and the image is built as the Dockerfile says.

Only the stage that is built is changed, within its lines or at its end: errors of the builder name the
lines of the Dockerfile as it is. --dry-run starts no program, not even to ask it. What bake and compose
build only they can say: it is read from stdin as they print it (bake --print, compose config --format json).

Examples:
  pidone build -- docker buildx build --tag app .
  pidone build --init tini -- docker build --file docker/Dockerfile .
  pidone build --dry-run -- docker build .
  docker buildx bake --print | pidone build --dry-run -- docker buildx bake --file -
  pidone build -- podman build --tag app .
${EXIT_CODES}
  else the builder's own
`;

export const checkHelp: string = `
For each stage that counts (the target, and every named stage with a command of its own) a line with a
stable code: rewritten (an init is missing), already-init, inherits-init, frontend-init, unknown-base,
must-be-pid1, unknown-command, windows, no-command, inherited-command, cannot-install, cannot-replace,
ignored. Then the findings; docs/rules has a page for each code.

Examples:
  pidone check
  pidone check --format github services/*/Dockerfile
  pidone check --json - < Dockerfile
${EXIT_CODES}
`;

export const explainHelp: string = `
Examples:
  pidone explain
  pidone explain --init tini services/web/Dockerfile
${EXIT_CODES}
`;

export const revertHelp: string = `
Finds the comments "# pidone: …" that rewrite has left, takes out what they tell of, and nothing else.
Where what was put in has been edited since, nothing is written and the exit code is 4.

Examples:
  pidone revert
  pidone revert -w Dockerfile
${EXIT_CODES}
`;

export const emitHelp: string = `
Writes the init for each platform, as pidone-linux-amd64, pidone-linux-armv7 and so on, with SHA256SUMS
and pidone.spdx.json. They are part of this package: nothing is compiled or downloaded. A file that is
right already is left alone. The SPDX file has the time that the environment variable SOURCE_DATE_EPOCH
says, or none (1970).

With --for, Dockerfiles say which folders of their build contexts they copy pidone from, and for which
platforms; those that copy none are skipped.

Examples:
  pidone emit
  pidone emit --platform linux/amd64 docker/init
  pidone emit --platform all           for every platform that there is an init for
  pidone emit --for services/          into each build context from which a Dockerfile there copies them
  pidone emit --check                  in CI: is the committed .pidone/ that of this version?
  (cd .pidone && sha256sum -c SHA256SUMS)
${EXIT_CODES}
`;

export const compileHelp: string = `
Compiles AssemblyScript, which has TypeScript's syntax: functions, integers and the modules of the
shipped init, as "pidone/init/main" and so on. There are no floats, strings, objects or closures; what
cannot be compiled is told with file:line:column. Needs the package assemblyscript.

With {arch} in its name, or with several platforms, there is an executable for each: -o my-init makes
my-init-amd64 and my-init-arm64. The same goes for --listing.

Examples:
  pidone compile init.ts -o my-init --platform linux/amd64
  pidone compile init.ts -o .pidone/pidone-linux-{arch}
  pidone compile init.ts -o my-init --platform linux/amd64 --listing -
${EXIT_CODES}
`;
