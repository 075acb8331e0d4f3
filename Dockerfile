FROM node:26-slim AS build
WORKDIR /samsyn
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
ENV NX_DAEMON=false NX_NO_CLOUD=true
RUN npx nx run-many -t build --projects api,web && npm prune --omit=dev --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WEB_ROOT=/samsyn/dist/web SAMSYN_DEMO=0
WORKDIR /samsyn
COPY --from=build /samsyn/package.json ./
COPY --from=build /samsyn/node_modules ./node_modules
COPY --from=build /samsyn/dist ./dist
RUN mkdir /files && chown node:node /files
ENV FILES_DIR=/files
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "--always-sparkplug", "dist/api/main.mjs"]
