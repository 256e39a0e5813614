/** A code as it was read from a picture: its exact bytes. */
export interface ReadCode {
  readonly bytes: Uint8Array;
  /** `QRCode`, `DataMatrix`, `Aztec` */
  readonly symbology: string;
}

/** One picture for the reading worker, and its answer. */
export interface Frame {
  readonly id: number;
  readonly image: ImageData;
  /** A still picture is searched harder than one of many frames. */
  readonly thorough: boolean;
}

export interface FrameAnswer {
  readonly id: number;
  readonly codes: readonly ReadCode[];
  /** Whether there is a code that cannot be read. */
  readonly broken: boolean;
  readonly fault?: string;
}
