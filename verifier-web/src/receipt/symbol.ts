/** The code as a barcode that a phone reads from paper. The writer's WebAssembly comes only when a receipt is made. */
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import wasmUrl from 'zxing-wasm/writer/zxing_writer.wasm?url';
import type { Symbol } from './draw';

/** @throws Error for what fits into no barcode */
export async function symbolOf(code: Uint8Array): Promise<Symbol> {
  // Without this the library would fetch its WebAssembly from a third party.
  prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });
  const text = code.every((b) => b >= 0x20 && b <= 0x7e) ? new TextDecoder().decode(code) : code;
  const { symbol, error } = await writeBarcode(text, { format: 'QRCode', options: 'ecLevel=M' });
  if (error !== '') throw new Error(error);
  return { data: symbol.data, width: symbol.width, height: symbol.height };
}
