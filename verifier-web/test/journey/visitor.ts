/** A person with the verifier page open, and what the page shows her. */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answer, launch, ready, type Answer } from '../browser/chromium';
import { makeMjpeg } from '../browser/codes';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

/** Where to keep pictures of the screens; none are kept without it. */
const pictures = process.env['STAYSEAL_PICTURES'];

export class Visitor {
  readonly page: Page;
  private readonly context: BrowserContext;
  private readonly address: string;

  private constructor(context: BrowserContext, page: Page, address: string) {
    this.context = context;
    this.page = page;
    this.address = address;
  }

  static async to(browser: Browser, address: string): Promise<Visitor> {
    const context = await browser.newContext({ viewport: PHONE });
    return new Visitor(context, await context.newPage(), address);
  }

  /** Opens the page anew, as a tap on its icon does, and answers with the sequence of the trust list that it judges by. */
  async open(): Promise<number> {
    await ready(this.page, this.address);
    // The page remembers as whom somebody asked last.
    await this.ask('somebody else');
    return Number(await this.page.locator('#lists [data-sequence]').getAttribute('data-sequence'));
  }

  /** From now on the page gets this snapshot from wherever it asks. */
  async offer(snapshot: Buffer): Promise<void> {
    await this.context.route('**/trust/snapshot', (route) =>
      route.fulfill({ contentType: 'application/zip', body: snapshot }),
    );
  }

  /** Why the page refused what it was last offered. */
  async trouble(): Promise<string | null> {
    return this.page.locator('#lists [data-trouble]').getAttribute('data-trouble');
  }

  /** Waits until the page would open without a network. */
  async installed(): Promise<void> {
    await this.page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  }

  async ask(as: string): Promise<void> {
    await this.page.getByLabel(as).check();
  }

  async paste(code: string): Promise<Answer> {
    await this.page.locator('summary').first().click();
    await this.page.fill('#pasted', code);
    await this.page.click('#go');
    return answer(this.page);
  }

  async choose(name: string, buffer: Buffer): Promise<Answer> {
    const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/png';
    await this.page.setInputFiles('#file', { name, mimeType, buffer });
    return answer(this.page);
  }

  /** One line for each code, when there are several. */
  async several(): Promise<readonly string[]> {
    return this.page.locator('.several button').allInnerTexts();
  }

  async again(): Promise<void> {
    await this.page.click('#again');
  }

  /** Keeps what the screen shows, phone and desktop, if pictures are wanted. */
  async picture(name: string): Promise<void> {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
      await this.page.setViewportSize(viewport);
      await this.page.waitForTimeout(200);
      const path = join(pictures, `verify-${name}-${size}.png`);
      await this.page.screenshot({ path });
      console.log(`  kept ${path}, ${Math.round(statSync(path).size / 1024)} KB`);
    }
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}

/** Holds a code before the camera of a browser of its own, and hands the page over once it has answered. */
export async function scanning<T>(
  browser: Browser,
  address: string,
  code: Buffer,
  film: string,
  as: string,
  look: (visitor: Visitor, found: Answer) => Promise<T>,
): Promise<T> {
  await makeMjpeg(browser, code, film);
  const filming = await launch(
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
  try {
    const visitor = await Visitor.to(filming, address);
    await visitor.open();
    await visitor.ask(as);
    await visitor.page.click('#scan');
    return await look(visitor, await answer(visitor.page));
  } finally {
    await filming.close();
  }
}
