/** Elements made from text only: nothing here, or anywhere in the page, parses HTML. */

type Child = Node | string | undefined;

export interface Attributes {
  readonly class?: string;
  readonly id?: string;
  readonly type?: string;
  readonly [name: string]: string | boolean | undefined;
}

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((c) => c !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

export type Shape = 'valid' | 'invalid' | 'unknown' | 'scan' | 'seal' | 'person';

/** Shape and stroke tell the answer without colour: circle and tick, octagon and cross, triangle and question mark. */
const SHAPES: Readonly<Record<Shape, readonly (readonly [string, 'line' | 'fill'])[]>> = {
  valid: [
    ['M32 4a28 28 0 1 0 0 56 28 28 0 1 0 0-56z', 'fill'],
    ['m19 33 9 9 18-20', 'line'],
  ],
  invalid: [
    ['M21 4h22l17 17v22L43 60H21L4 43V21z', 'fill'],
    ['m22 22 20 20m0-20L22 42', 'line'],
  ],
  unknown: [
    ['M32 5 61 57H3z', 'fill'],
    ['M26 29a6 6 0 1 1 8 5.6c-1.500.6-2 1.600-2 3.400v1.500m0 6.500v.5', 'line'],
  ],
  scan: [
    [
      'M10 22V12a2 2 0 0 1 2-2h10m20 0h10a2 2 0 0 1 2 2v10m0 20v10a2 2 0 0 1-2 2H42m-20 0H12a2 2 0 0 1-2-2V42m8-10h28',
      'line',
    ],
  ],
  person: [
    ['M32 4a28 28 0 1 0 0 56 28 28 0 1 0 0-56z', 'fill'],
    ['M32 18a8 8 0 1 0 0 16 8 8 0 1 0 0-16zM18 48c2-7 8-10 14-10s12 3 14 10', 'line'],
  ],
  seal: [
    ['M32 6 54 14v18c0 14-10 22-22 27C20 54 10 46 10 32V14z', 'fill'],
    ['m21 32 8 8 14-16', 'line'],
  ],
};

export function icon(shape: Shape): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 64 64');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `icon icon-${shape}`);
  for (const [d, kind] of SHAPES[shape]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', kind);
    svg.append(path);
  }
  return svg;
}

/** `{name}` in a text from the word files. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
