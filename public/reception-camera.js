// Reads QR codes with the device's camera: with the browser's own reader where it has one, otherwise with the package `qr`
// (a copy of its modules under /qr/, loaded now and not before).

const LOOK_EVERY_MS = 150;
const SAME_CODE_MS = 4000;
/** Pixels of the square that is looked at; more takes longer and finds no more. */
const SIDE = 720;

/** Why the camera cannot be used, as the key of its words; null when it can be tried. */
export function obstacle() {
  if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia)
    return window.isSecureContext ? "cameraNone" : "cameraInsecure";
  return null;
}

const REASONS = {
  NotAllowedError: "cameraDenied",
  SecurityError: "cameraDenied",
  NotFoundError: "cameraNone",
  OverconstrainedError: "cameraNone",
  NotReadableError: "cameraBusy",
  AbortError: "cameraBusy",
};

/**
 * Starts the camera in the video element and calls `onCode` with the text of each code that comes into view. Gives back
 * `{ stop, torch }` (`torch` is null where there is none) or `{ problem }`, the key of the words for what went wrong.
 */
export async function startCamera(video, onCode) {
  const problem = obstacle();
  if (problem) return { problem };
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
      audio: false,
    });
  } catch (error) {
    return { problem: REASONS[error.name] ?? "cameraFailed" };
  }
  const end = () => stream.getTracks().forEach((track) => track.stop());
  let read;
  try {
    read = await chooseReader();
  } catch {
    end();
    return { problem: "decoderFailed" };
  }
  video.srcObject = stream;
  try {
    await video.play();
  } catch {
    end();
    return { problem: "cameraFailed" };
  }
  const watch = watchCodes(() => read(video), onCode);
  const [track] = stream.getVideoTracks();
  return {
    torch: track.getCapabilities?.().torch
      ? (on) => track.applyConstraints({ advanced: [{ torch: on }] })
      : null,
    stop() {
      watch.stop();
      end();
      video.srcObject = null;
    },
  };
}

/** Looks again and again, and tells of a code once while it stays in view. */
function watchCodes(read, onCode) {
  let isOn = true;
  let before = { text: "", at: 0 };
  const look = async () => {
    if (!isOn) return;
    const text = await read().catch(() => null);
    const now = performance.now();
    if (isOn && text) {
      if (text !== before.text || now - before.at > SAME_CODE_MS) onCode(text);
      before = { text, at: now };
    }
    setTimeout(look, LOOK_EVERY_MS);
  };
  void look();
  return {
    stop() {
      isOn = false;
    },
  };
}

async function chooseReader() {
  if ("BarcodeDetector" in window) {
    const formats = await window.BarcodeDetector.getSupportedFormats().catch(() => []);
    if (formats.includes("qr_code")) {
      const detector = new window.BarcodeDetector({ formats: ["qr_code"] });
      return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
    }
  }
  const { decodeQR } = await import("/qr/decode.js");
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const side = Math.min(video.videoWidth, video.videoHeight);
    if (side === 0) return null;
    const size = Math.min(side, SIDE);
    canvas.width = canvas.height = size;
    const left = (video.videoWidth - side) / 2;
    const top = (video.videoHeight - side) / 2;
    pen.drawImage(video, left, top, side, side, 0, 0, size, size);
    try {
      return decodeQR(pen.getImageData(0, 0, size, size));
    } catch {
      return null;
    }
  };
}
