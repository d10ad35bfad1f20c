import { describe, expect, it } from "vitest";
import { kindOfName, type NameKind } from "../../../src/node/files/dockerfile-names.ts";

const names: Readonly<Record<NameKind, readonly string[]>> = {
	dockerfile: [
		...["Dockerfile", "dockerfile", "DockerFile", "DOCKERFILE", "Containerfile", "containerfile", "ContainerFile"],
		...["Dockerfile.dev", "Dockerfile-alpine", "Dockerfile_test", "dockerfile.prod", "dockerfile-dev", "Containerfile.dev", "Containerfile-dev"],
		...["web.Dockerfile", "web.dockerfile", "app.containerfile", "app.Containerfile", ".dockerfile", "web-Dockerfile", "web_Dockerfile", "web-Containerfile"],
		...["Dockerfile.go", "Dockerfile.py", "Dockerfile.rs", "Dockerfile.22.04", "Dockerfile.20240131", "Dockerfile.8", "Dockerfile.example", "Dockerfile.BASE"],
		...["Dockerfile.a\nb", "größe.Dockerfile", "Dockerfile.a b", "web.sh.Dockerfile", "old.Dockerfile", "template.Dockerfile", "Dockerfile.base_LOCAL"],
	],
	template: [
		...["Dockerfile.j2", "Dockerfile.jinja", "Dockerfile.jinja2", "Dockerfile.tmpl", "Dockerfile.tpl", "Dockerfile.template", "Dockerfile.erb"],
		...["Dockerfile.in", "Dockerfile.mustache", "Dockerfile.ejs", "Dockerfile.m4", "Dockerfile.tftpl", "Dockerfile.gotmpl", "Containerfile.in"],
		...["Dockerfile-debian.template", "Dockerfile-template", "Dockerfile.dev.j2", "web.Dockerfile.j2", "dockerfile.hbs", "DOCKERFILE.J2"],
	],
	leftover: [
		...["Dockerfile.md", "Dockerfile.MD", "Dockerfile.bak", "Dockerfile.bak2", "Dockerfile.bak.1", "Dockerfile.orig", "Dockerfile.rej", "Dockerfile.swp"],
		...["Dockerfile.swo", "Dockerfile.save", "Dockerfile.save.1", "Dockerfile.old", "Dockerfile.lock", "Dockerfile.txt", "Dockerfile~", "Dockerfile.dev~"],
		...["Dockerfile.~1~", ".#Dockerfile", ".#web.Dockerfile", "#Dockerfile#", "#web.Dockerfile#", ".Dockerfile.swp", "Dockerfile.tmp", "Dockerfile.tmp.123"],
		...["Dockerfile.dockerignore", "web.Dockerfile.dockerignore", "Containerfile.containerignore", "Dockerfile.expected", "Dockerfile.1234567890"],
		...["Dockerfile___jb_tmp___", "Dockerfile_BACKUP_4711", "Dockerfile_REMOTE_4711.dev", "Dockerfile.rpmnew", "Dockerfile.dpkg-old", "Dockerfile.license"],
		...["Dockerfile.sync-conflict-20240131-120000-ABCDEFG", "Dockerfile.yml", "Dockerfile.json", "Dockerfile.sh", "Dockerfile.patch", "Dockerfile.j2.bak"],
	],
	other: [
		...["Dockerfiles", "XDockerfile", "DockerfileParser.java", "lint-dockerfile", "generate_containerfile", "README", ".dockerignored", ""],
		...["dockerfile.go", "dockerfile_test.go", "dockerfile-parser.ts", "dockerfile.d.ts", "containerfile.py", "Dockerfile ", "my Dockerfile"],
	],
};

describe.each(Object.entries(names))("of the kind %s", (kind, those) => {
	it.each(those)("is %j", (name) => {
		expect(kindOfName(name)).toBe(kind);
	});
});
