/**
 * Variants of Docker Official Images that copy and install whatever is built on them, by ONBUILD. All are older than
 * 2019. No other row holds for a tag with `onbuild` in it.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

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
];
