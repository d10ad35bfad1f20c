# pidone as an image, for machines that have a container engine and no Node:
#   docker run --rm -v "$PWD":/work IMAGE check
# Nothing runs in the last stage while it is built, so that any machine builds it for all platforms.
FROM --platform=$BUILDPLATFORM node:22-slim AS build
WORKDIR /src
COPY .npmrc package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build \
 && mkdir /link && ln -s /opt/pidone/dist/cli.js /link/pidone

FROM node:22-slim
LABEL org.opencontainers.image.title="pidone" \
      org.opencontainers.image.description="Puts an init in front of what a container runs" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
COPY --from=build /src/package.json /opt/pidone/
COPY --from=build /src/schema /opt/pidone/schema
# Bundled: there are no packages beside it.
COPY --from=build /src/dist/cli.js /opt/pidone/dist/
COPY --from=build /src/dist/chunks /opt/pidone/dist/chunks
COPY --from=build /src/dist/init /opt/pidone/dist/init
COPY --from=build /link/ /usr/local/bin/
ARG TARGETARCH
COPY --from=build /src/dist/init/pidone-linux-${TARGETARCH} /sbin/pidone
WORKDIR /work
# Nobody in particular: --user "$(id -u):$(id -g)" writes files as the one who asked.
USER 1000:1000
ENTRYPOINT ["/sbin/pidone", "--", "node", "/opt/pidone/dist/cli.js"]
CMD ["--help"]
