// Runs test/browser/measure.ts through Vite, which understands TypeScript: `npm run measure`.
import { createServer } from 'vite';

const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
await server.ssrLoadModule('/test/browser/measure.ts');
await server.close();
