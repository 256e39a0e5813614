/**
 * A receipt as PDF (RCPT-20): one A4 page that is a drawn picture, so that every script looks as it does on the screen, with its words as
 * the text that is read aloud, and the receipt attached. So small a file is written here: a library for it would bring fonts, forms
 * and a parser that nobody needs.
 */
import { ascii, concat } from '../engine/bytes/arrays';

/** A page of A4 at 200 dots per inch, one byte a point, 255 white. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
  /** What a screen reader says. */
  readonly words: string;
  /** BCP 47 */
  readonly language: string;
  readonly title: string;
}

const A4 = '595.276 841.89';

/** @param made milliseconds since 1970 */
export async function pdfOf(page: Drawn, receipt: Uint8Array, made: number): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await deflated(page.gray);
  const day = `D:${new Date(made).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
  const content = ascii('/Figure <</MCID 0>> BDC q 595.276 0 0 841.89 0 0 cm /P Do Q EMC');
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/Lang(${page.language})/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R/AF[10 0 R]` +
      '/Names<</EmbeddedFiles<</Names[(receipt.json) 10 0 R]>>>>/ViewerPreferences<</DisplayDocTitle true>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${A4}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>/StructParents 0/Tabs/S>>`,
    stream('', content),
    stream(
      `/Type/XObject/Subtype/Image/Width ${page.width}/Height ${page.height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
      picture,
    ),
    '<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R]]>>>>',
    '<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R]>>',
    `<</Type/StructElem/S/Figure/P 7 0 R/Pg 3 0 R/K 0/Alt ${text(page.words)}/A<</O/Layout/BBox[0 0 ${A4}]/Placement/Block>>>>`,
    `<</Title ${text(page.title)}/Producer(Stayseal)/CreationDate(${day})>>`,
    `<</Type/Filespec/F(receipt.json)/UF(receipt.json)/AFRelationship/Data/Desc ${text(page.title)}/EF<</F 11 0 R/UF 11 0 R>>>>`,
    stream(`/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size ${receipt.length}/ModDate(${day})>>`, receipt),
  ];
  return file(objects);
}

function stream(dictionary: string, bytes: Uint8Array): Uint8Array {
  return concat(ascii(`<<${dictionary}/Length ${bytes.length}>>stream\n`), bytes, ascii('\nendstream'));
}

/** UTF-16 with its mark, as hexadecimal digits: no character of it can end the text. */
function text(words: string): string {
  let digits = 'FEFF';
  for (let i = 0; i < words.length; i++) digits += words.charCodeAt(i).toString(16).padStart(4, '0');
  return `<${digits}>`;
}

function file(objects: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [concat(ascii('%PDF-1.7\n%'), new Uint8Array([0xe2, 0xe3, 0xcf, 0xd3, 0x0a]))];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (bytes: Uint8Array) => {
    parts.push(bytes);
    at += bytes.length;
  };
  objects.forEach((object, i) => {
    places.push(at);
    const body = typeof object === 'string' ? ascii(object) : object;
    add(concat(ascii(`${i + 1} 0 obj\n`), body, ascii('\nendobj\n')));
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  add(
    ascii(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Size ${count}/Root 1 0 R/Info 9 0 R>>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return concat(...parts);
}

async function deflated(bytes: Uint8Array): Promise<Uint8Array> {
  const zlib = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(zlib).arrayBuffer());
}
