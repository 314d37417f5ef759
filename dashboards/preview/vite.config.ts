import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const modules = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');

/** Icons and fonts, at the addresses where Grafana's components look for them. One icon is not published: see public. */
const ASSETS: Array<[address: string, file: string]> = [
  ['grafana/build/img/icons', '@grafana/ui/dist/public/img/icons'],
  ['grafana/fonts/inter/Inter-Regular.woff2', '@fontsource/inter/files/inter-latin-400-normal.woff2'],
  ['grafana/fonts/inter/Inter-Italic.woff2', '@fontsource/inter/files/inter-latin-400-italic.woff2'],
  ['grafana/fonts/inter/Inter-Medium.woff2', '@fontsource/inter/files/inter-latin-500-normal.woff2'],
];

const grafanaAssets: Plugin = {
  name: 'grafana-assets',
  writeBundle({ dir = 'dist' }) {
    ASSETS.forEach(([address, file]) => cpSync(join(modules, file), join(dir, address), { recursive: true }));
  },
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const path = (request.url ?? '').split('?')[0].slice(1);
      const asset = ASSETS.find(([address]) => path.startsWith(address));
      if (!asset) {
        return next();
      }
      response.setHeader('Content-Type', path.endsWith('.svg') ? 'image/svg+xml' : 'font/woff2');
      response.end(readFileSync(join(modules, asset[1], path.slice(asset[0].length))));
    });
  },
};

export default defineConfig({
  plugins: [grafanaAssets],
  build: { chunkSizeWarningLimit: 20_000, reportCompressedSize: false },
  server: {
    proxy: { '/api': { target: process.env.DESKPULSE_PREVIEW ?? 'http://127.0.0.1:3300', changeOrigin: true } },
  },
});
