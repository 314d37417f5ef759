import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const modules = join(dirname(fileURLToPath(import.meta.url)), 'node_modules');

/** Icons and fonts under the addresses where Grafana's components look for them. */
const ASSETS: Array<[from: string, to: string]> = [
  ['@grafana/ui/dist/public/img/icons', 'build/img/icons'],
  ['@fontsource/inter/files/inter-latin-400-normal.woff2', 'fonts/inter/Inter-Regular.woff2'],
  ['@fontsource/inter/files/inter-latin-500-normal.woff2', 'fonts/inter/Inter-Medium.woff2'],
];

const grafanaAssets: Plugin = {
  name: 'grafana-assets',
  buildStart() {
    for (const [from, to] of ASSETS) {
      const target = join(dirname(modules), 'public/grafana', to);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(modules, from), target, { recursive: true });
    }
  },
};

export default defineConfig({
  plugins: [grafanaAssets],
  build: { chunkSizeWarningLimit: 20_000, reportCompressedSize: false },
  server: { proxy: { '/api': process.env.DESKPULSE_PREVIEW ?? 'http://127.0.0.1:3300' } },
});
