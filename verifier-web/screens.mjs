// Runs test/browser/screens.ts through Vite, which understands TypeScript: `npm run screens -- FOLDER`.
import { createServer } from 'vite';

const server = await createServer({ server: { middlewareMode: true }, appType: 'custom', logLevel: 'error' });
await server.ssrLoadModule('/test/browser/screens.ts');
await server.close();
