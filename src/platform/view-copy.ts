// Copies of pictures for paper and screens: small, upright, in sRGB, without anything the camera wrote into them.
import sharp from 'sharp'

// Pictures of one person are not to lie in memory until another comes.
sharp.cache(false)

export interface ViewCopy { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/**
 * @param picture JPEG, PNG, WebP, GIF (first picture), TIFF or AVIF; at most 100 megapixels
 * @param side    the longest side of the copy, in pixels
 * @returns undefined when the bytes are no picture that can be shown: the original stands beside it as it is
 */
export async function viewCopy(picture: Uint8Array, side = 1400): Promise<ViewCopy | undefined> {
  try {
    const { data, info } = await sharp(picture, { limitInputPixels: 100_000_000, autoOrient: true })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' }).toColourspace('srgb').jpeg({ quality: 78 }).toBuffer({ resolveWithObject: true })
    return { jpeg: data, width: info.width, height: info.height }
  } catch {
    // Every reason why a file is no picture ends here; it is an answer, not a fault.
    return undefined
  }
}
