/** Light, zoom, focus and choice of camera, as far as the camera at hand has them: what it has not is not shown. */
import { el } from './dom';
import { words } from './words';

/** What Chromium and Safari know beyond the standard's own members. */
interface Abilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number; readonly step: number };
  readonly focusMode?: readonly string[];
}

/**
 * @param change asks for another camera, by its device id
 */
export async function cameraControls(video: HTMLVideoElement, change: (id: string) => void): Promise<HTMLElement> {
  const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0];
  if (track === undefined) return el('div');
  const abilities = (track.getCapabilities?.() ?? {}) as Abilities;
  if (abilities.focusMode?.includes('single-shot') === true) focusByTap(video, track);
  return el(
    'div',
    { class: 'controls' },
    abilities.torch === true ? torch(track) : undefined,
    zoom(track, abilities.zoom),
    await cameras(track, change),
  );
}

/** A camera that refuses goes on as it is. */
function set(track: MediaStreamTrack, wish: object): Promise<boolean> {
  return track.applyConstraints({ advanced: [wish] }).then(
    () => true,
    () => false,
  );
}

function torch(track: MediaStreamTrack): HTMLElement {
  const button = el('button', { type: 'button', id: 'torch', 'aria-pressed': 'false' }, words.camera.torch);
  button.addEventListener('click', () => {
    const on = button.getAttribute('aria-pressed') !== 'true';
    void set(track, { torch: on }).then((done) => {
      if (done) button.setAttribute('aria-pressed', String(on));
    });
  });
  return button;
}

function zoom(track: MediaStreamTrack, range: Abilities['zoom']): HTMLElement | undefined {
  if (range === undefined || range.max <= range.min) return undefined;
  const { min, max, step } = range;
  const slider = el('input', {
    type: 'range',
    id: 'zoom',
    min: String(min),
    max: String(max),
    step: String(step || 0.1),
    value: String(min),
  });
  slider.addEventListener('input', () => void set(track, { zoom: Number(slider.value) }));
  return el('label', {}, words.camera.zoom, slider);
}

function focusByTap(video: HTMLVideoElement, track: MediaStreamTrack): void {
  video.onclick = ({ offsetX, offsetY }) => {
    const point = { x: offsetX / video.clientWidth, y: offsetY / video.clientHeight };
    void set(track, { pointsOfInterest: [point], focusMode: 'single-shot' });
  };
}

async function cameras(track: MediaStreamTrack, change: (id: string) => void): Promise<HTMLElement | undefined> {
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const all = devices.filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '');
  if (all.length < 2) return undefined;
  const now = track.getSettings().deviceId;
  const options = all.map(({ deviceId, label }, i) =>
    el('option', { value: deviceId, selected: deviceId === now }, label || `${words.camera.one} ${i + 1}`),
  );
  const select = el('select', { id: 'camera' }, ...options);
  select.addEventListener('change', () => change(select.value));
  return el('label', {}, words.camera.one, select);
}
