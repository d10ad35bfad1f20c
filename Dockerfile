# pidone as an image, for machines that have a container engine and no Node:
#   docker run --rm -v "$PWD":/work IMAGE check
# Nothing runs in the last stage while it is built, so that any machine builds it for all platforms.
FROM --platform=$BUILDPLATFORM node:22-slim AS source
WORKDIR /src
COPY .npmrc package.json package-lock.json ./

FROM source AS dependencies
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM source AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
 && mkdir /link && ln -s /opt/pidone/dist/cli.js /link/pidone

FROM node:22-slim
LABEL org.opencontainers.image.title="pidone" \
      org.opencontainers.image.description="Puts an init in front of what a container runs" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
COPY --from=dependencies /src/node_modules /opt/pidone/node_modules
COPY --from=build /src/package.json /opt/pidone/
COPY --from=build /src/schema /opt/pidone/schema
COPY --from=build /src/dist /opt/pidone/dist
COPY --from=build /link/ /usr/local/bin/
ARG TARGETARCH
COPY --from=build /src/dist/init/pidone-linux-${TARGETARCH} /sbin/pidone
WORKDIR /work
# Nobody in particular: --user "$(id -u):$(id -g)" writes files as the one who asked.
USER 1000:1000
ENTRYPOINT ["/sbin/pidone", "--", "node", "/opt/pidone/dist/cli.js"]
CMD ["--help"]
