# Builds with everything, runs with what was built: dist holds its packages, so that no node_modules goes along.
FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
# Packages that send traces and metrics away, such as @opentelemetry/sdk-node (docs/operate.md). None by default.
ARG EXPORTERS=""
RUN mkdir -p /exporters/node_modules && cd /exporters && \
  if [ -n "$EXPORTERS" ]; then npm install --no-save --ignore-scripts $EXPORTERS; fi
COPY . .
RUN npm run build && find dist -name '*.map' -delete && rm -rf dist/page dist/simulator.js

FROM node:22-bookworm-slim
WORKDIR /app
COPY --from=build /build/package.json ./
COPY --from=build /build/dist ./dist
COPY --from=build /exporters/node_modules ./node_modules
# Everything there belongs to root, and nothing is written: the state is in PostgreSQL.
USER node
ENV NODE_ENV=production PORT=3978
# Of a container of 1 GiB: the rest is for buffers, code and the moment in which the heap is copied.
ENV NODE_OPTIONS=--max-old-space-size=640
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
