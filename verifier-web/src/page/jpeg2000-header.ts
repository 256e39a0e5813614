/** The headers of a JPEG 2000 face (ISO/IEC 15444-1 annexes A and I), walked before a decoder sees the picture: what IDB-44 does not allow is no face. */
const limits = { bytes: 65_536, side: 512, levels: 8, layers: 32, precinct: 6, block: [1, 4] };

const SIGNATURE = [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20];
const CODESTREAM_BOX = 0x6a703263;
const [SOC, SIZ, COD, QCD, QCC, COM, SOT, SOD] = [0xff4f, 0xff51, 0xff52, 0xff5c, 0xff5d, 0xff64, 0xff90, 0xff93];

export interface Jpeg2000Size {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** From SOC to the end: the only part that is decoded. */
  readonly codestream: Uint8Array;
}

/** The size that the codestream claims; undefined where there is none, or one that is not to be unpacked. */
export function jpeg2000Size(bytes: Uint8Array): Jpeg2000Size | undefined {
  const codestream = bytes.length > limits.bytes ? undefined : codestreamOf(bytes);
  if (codestream === undefined) return undefined;
  try {
    const header = new Cursor(codestream);
    if (header.u16() !== SOC || header.u16() !== SIZ) return undefined;
    const size = sizeOf(header.segment());
    mainHeader(header);
    return { ...size, codestream };
  } catch (e) {
    // Cut short, or not allowed.
    if (e instanceof NoFace || e instanceof RangeError) return undefined;
    throw e;
  }
}

class NoFace extends Error {}

function must(condition: boolean): void {
  if (!condition) throw new NoFace();
}

/** Reads big-endian numbers; past the end it throws RangeError, as DataView does. */
class Cursor {
  at = 0;
  readonly length: number;
  private readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.byteLength;
  }

  get left(): number {
    return this.length - this.at;
  }

  u8(): number {
    return this.view.getUint8(this.moved(1));
  }

  u16(): number {
    return this.view.getUint16(this.moved(2));
  }

  u32(): number {
    return this.view.getUint32(this.moved(4));
  }

  /** The rest of a marker segment after its length. */
  segment(): Cursor {
    const length = this.u16() - 2;
    must(length >= 0 && length <= this.left);
    const at = this.moved(length);
    return new Cursor(new Uint8Array(this.view.buffer, this.view.byteOffset + at, length));
  }

  private moved(by: number): number {
    const at = this.at;
    this.at += by;
    return at;
  }
}

/** A bare codestream, or the first one in the boxes of a JP2 file. */
function codestreamOf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0x4f) return bytes;
  if (!SIGNATURE.every((b, i) => bytes[i] === b)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getUint32(at);
    // Length 0 is "to the end"; 1 would be a longer form, which no face of a kilobyte needs.
    const end = length === 0 ? bytes.length : at + length;
    if ((length !== 0 && length < 8) || end > bytes.length) return undefined;
    if (view.getUint32(at + 4) === CODESTREAM_BOX) return bytes.subarray(at + 8, end);
    if (length === 0) return undefined;
    at = end;
  }
  return undefined;
}

function sizeOf(siz: Cursor): Pick<Jpeg2000Size, 'width' | 'height' | 'components'> {
  siz.u16(); // capabilities
  const [width, height, x, y] = [siz.u32(), siz.u32(), siz.u32(), siz.u32()];
  const [tileWidth, tileHeight, tileX, tileY] = [siz.u32(), siz.u32(), siz.u32(), siz.u32()];
  must([width, height].every((side) => side >= 1 && side <= limits.side));
  must([x, y, tileX, tileY].every((offset) => offset === 0));
  must(tileWidth >= width && tileHeight >= height && tileWidth < 2 ** 31 && tileHeight < 2 ** 31);
  const components = siz.u16();
  must(components === 1 || components === 3);
  for (let i = 0; i < components; i++) must(siz.u8() === 7 && siz.u8() === 1 && siz.u8() === 1);
  must(siz.left === 0);
  return { width, height, components };
}

function mainHeader(header: Cursor): void {
  let styled = false;
  for (;;) {
    const marker = header.u16();
    if (marker === COD) {
      style(header.segment());
      styled = true;
    } else if (marker === SOT) {
      must(styled);
      tileParts(header);
      return;
    } else skip(header, marker);
  }
}

/** All of them belong to the only tile, and change nothing of what the main header says about the wavelets. */
function tileParts(codestream: Cursor): void {
  do {
    const start = codestream.at - 2;
    const sot = codestream.segment();
    must(sot.left === 8 && sot.u16() === 0);
    const length = sot.u32();
    for (let marker = codestream.u16(); marker !== SOD; marker = codestream.u16()) skip(codestream, marker);
    const end = length === 0 ? codestream.length : start + length;
    must(end >= codestream.at && end <= codestream.length);
    codestream.at = end;
  } while (codestream.left >= 2 && codestream.u16() === SOT);
}

/** A marker segment that sizes nothing; no other marker has a place in a face. */
function skip(header: Cursor, marker: number): void {
  must(marker === QCD || marker === QCC || marker === COM);
  header.segment();
}

function style(cod: Cursor): void {
  const precincts = (cod.u8() & 1) !== 0;
  cod.u8(); // progression order
  const layers = cod.u16();
  cod.u8(); // component transformation
  const [levels, blockWidth, blockHeight] = [cod.u8(), cod.u8(), cod.u8()];
  cod.u16(); // style of the blocks, wavelet
  must(layers >= 1 && layers <= limits.layers && levels <= limits.levels);
  const [least = 0, most = 0] = limits.block;
  must([blockWidth, blockHeight].every((exponent) => exponent >= least && exponent <= most));
  for (let i = 0; precincts && i <= levels; i++) {
    const precinct = cod.u8();
    must((precinct & 0xf) >= limits.precinct && precinct >> 4 >= limits.precinct);
  }
}
