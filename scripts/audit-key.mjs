/** `pnpm audit:key`: prints a key pair to seal the audit log with, for KEYS_FILE. */
import { buildServer } from './build.mjs';

await buildServer();
const { newSealKey } = await import('../server/dist/server/src/platform/crypto/seal-key.js');
console.log(`Put this into KEYS_FILE, beside "keys":\n\n  "auditSeal": ${JSON.stringify(newSealKey())}`);
