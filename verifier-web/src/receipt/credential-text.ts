/** The credential inside of a live code, as the text of a code of its own (RCPT-14, CRED-1 to CRED-5). */
import { ascii } from '../engine/bytes/arrays';
import { encodeBase45 } from '../engine/bytes/base45';
import { readLiveCode } from '../engine/cwt/live';
import { categories, limits } from '../engine/registry';

export async function credentialText(liveCode: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const text = new TextDecoder('latin1').decode(liveCode);
  const live = readLiveCode(
    text,
    limits,
    categories.map((c) => c.code),
  );
  return ascii(`RP1:${encodeBase45(await deflated(live.credential.envelope.bytes))}`);
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const zlib = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(zlib).arrayBuffer());
}
