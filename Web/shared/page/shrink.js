// Knows how a picture is made small before it leaves the device: drawn anew as a JPEG, so that nothing goes with it that
// a camera wrote beside it, above all not where it was taken.

/** What cannot be drawn is no picture. */
export class NoPicture extends Error {}

/** The longest side to begin with; smaller where that is still too much. */
const SIDE_PIXELS = 1600;
const QUALITIES = [0.82, 0.7, 0.55, 0.4];
const SMALLER = 0.7;
const LEAST_SIDE_PIXELS = 200;

/**
 * A JPEG of at most so many bytes.
 * @param {Blob} file @param {number} bytes @returns {Promise<Uint8Array>} throws NoPicture
 */
export async function shrink(file, bytes) {
  let picture;
  try {
    // As it was held when it was taken: what says so does not go with it.
    picture = await createImageBitmap(file);
  } catch {
    throw new NoPicture("cannot be drawn");
  }
  try {
    for (let side = SIDE_PIXELS; side >= LEAST_SIDE_PIXELS; side *= SMALLER) {
      const canvas = drawn(picture, side);
      for (const quality of QUALITIES) {
        const made = await jpeg(canvas, quality);
        if (made && made.size <= bytes) return new Uint8Array(await made.arrayBuffer());
      }
    }
  } finally {
    picture.close();
  }
  throw new NoPicture("stays too large");
}

/** @param {ImageBitmap} picture @param {number} side */
function drawn(picture, side) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  if (!pen) throw new NoPicture("no canvas");
  // What is transparent would be black.
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @param {HTMLCanvasElement} canvas @param {number} quality @returns {Promise<Blob|null>} */
function jpeg(canvas, quality) {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
