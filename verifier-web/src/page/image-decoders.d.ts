/** What is used of PDF.js's image decoders, which come without types. */
declare module 'pdfjs-dist/legacy/image_decoders/pdf.image_decoders.min.mjs' {
  interface FileSource {
    sendWithPromise(): Promise<Uint8Array>;
  }

  export const JpxImage: {
    setOptions(options: { useWasm: boolean; useWorkerFetch: boolean; getHandler: () => FileSource }): void;
    /** Samples of all components, interleaved, 8 bits each. */
    readonly instance: { decode(bytes: Uint8Array): Promise<Uint8Array> };
  };
}
