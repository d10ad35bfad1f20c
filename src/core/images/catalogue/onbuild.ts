/**
 * Variants of Docker Official Images that copy and install whatever is built on them, by ONBUILD. All are older than
 * 2019. No other row holds for a tag with `onbuild` in it.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { releaseNames } from "./distro-by-tag.ts";

export const onbuildImages: readonly CatalogueEntry[] = [
	{
		images: ["node"],
		tags: ["onbuild", "0.*-onbuild", "[4-9]-onbuild", "[4-9].*-onbuild", "argon-onbuild", "boron-onbuild"],
		cmd: ["npm", "start"],
		onBuild: [
			"ARG NODE_ENV",
			"ENV NODE_ENV $NODE_ENV",
			"COPY package.json /usr/src/app/",
			"RUN npm install",
			"COPY . /usr/src/app",
		],
		distro: "debian",
		source: "github.com/nodejs/docker-node: */onbuild/Dockerfile",
	},
	{
		images: ["python"],
		tags: ["onbuild", "2-onbuild", "2.7-onbuild", "2.7.*-onbuild", "3-onbuild", "3.[2-6]-onbuild", "3.[2-6].*-onbuild"],
		cmd: "varies",
		onBuild: [
			"COPY requirements.txt /usr/src/app/",
			"RUN pip install --no-cache-dir -r requirements.txt",
			"COPY . /usr/src/app",
		],
		distro: "debian",
		source: "github.com/docker-library/python: */onbuild/Dockerfile",
	},
	{
		images: ["golang"],
		tags: ["onbuild", "1-onbuild", "1.[2-9]-onbuild", "1.[2-9].*-onbuild"],
		cmd: ["go-wrapper", "run"],
		onBuild: ["COPY . /go/src/app", "RUN go-wrapper download", "RUN go-wrapper install"],
		distro: "debian",
		source: "github.com/docker-library/golang: */onbuild/Dockerfile",
	},
	{
		images: ["ruby", "rails"],
		tags: ["onbuild", "1-onbuild", "1.9*-onbuild", "2-onbuild", "2.[0-5]-onbuild", "2.[0-5].*-onbuild", "4*-onbuild"],
		cmd: "varies",
		onBuild: [
			"COPY Gemfile /usr/src/app/",
			"COPY Gemfile.lock /usr/src/app/",
			"RUN bundle install",
			"COPY . /usr/src/app",
		],
		distro: "debian",
		source: "github.com/docker-library/ruby: */onbuild/Dockerfile; github.com/docker-library/rails: onbuild/Dockerfile",
	},
	{
		images: ["rails"],
		tags: ["latest", "4*", "5*"],
		cmd: ["irb"],
		distro: "debian",
		source: "github.com/docker-library/rails: Dockerfile (CMD of ruby)",
	},
	{
		images: ["iojs"],
		tags: ["onbuild", "[123]-onbuild", "1.8*-onbuild", "[23].*-onbuild"],
		cmd: ["npm", "start"],
		onBuild: ["COPY package.json /usr/src/app/", "RUN npm install", "COPY . /usr/src/app"],
		distro: "debian",
		source: "github.com/nodejs/docker-iojs: */onbuild/Dockerfile",
	},
	{
		images: ["pypy"],
		tags: ["onbuild", "[23]-onbuild", "[23]-[245]*-onbuild"],
		cmd: "varies",
		onBuild: ["COPY requirements.txt /usr/src/app/", "RUN pip install -r requirements.txt", "COPY . /usr/src/app"],
		distro: "debian",
		source: "github.com/docker-library/pypy: */onbuild/Dockerfile",
	},
	{
		images: ["django"],
		tags: ["onbuild", "python[23]-onbuild"],
		cmd: ["python", "manage.py", "runserver", "0.0.0.0:8000"],
		onBuild: [
			"COPY requirements.txt /usr/src/app/",
			"RUN pip install --no-cache-dir -r requirements.txt",
			"COPY . /usr/src/app",
		],
		distro: "debian",
		source: "github.com/docker-library/django: */onbuild/Dockerfile",
	},
	{
		images: ["maven"],
		tags: [
			...["onbuild", "onbuild-alpine", "3-onbuild", "3-onbuild-alpine", "3.[35]-onbuild*", "3.3.9-onbuild*"],
			...["3", "3.[35]", "3.3.9", "3.5.0"].flatMap((version) => [
				`${version}-jdk-[789]-onbuild`,
				`${version}-jdk-[78]-onbuild-alpine`,
			]),
		],
		entrypoint: ["/usr/local/bin/mvn-entrypoint.sh"],
		cmd: "varies",
		onBuild: ["ADD . /usr/src/app", "RUN mvn install"],
		distro: releaseNames,
		source: "github.com/carlossg/docker-maven: */onbuild/Dockerfile (ENTRYPOINT of maven)",
	},
	{
		images: ["mono"],
		tags: ["onbuild", "[34]-onbuild", "[34].*-onbuild"],
		cmd: "varies",
		onBuild: [
			"COPY . /usr/src/app/source",
			"RUN nuget restore -NonInteractive",
			"RUN xbuild /property:Configuration=Release /property:OutDir=/usr/src/app/build/",
			"WORKDIR /usr/src/app/build",
		],
		distro: "debian",
		source: "github.com/mono/docker: */onbuild/Dockerfile",
	},
	{
		images: ["clojure"],
		tags: ["onbuild", "alpine-onbuild", "lein-onbuild", "lein-alpine-onbuild", "lein-2.*-onbuild"],
		cmd: ["lein", "run"],
		onBuild: ["COPY project.clj /usr/src/app/", "RUN lein deps", "COPY . /usr/src/app"],
		distro: releaseNames,
		source: "github.com/Quantisan/docker-clojure: */onbuild/Dockerfile",
	},
];
