/** Reads the QR code of a picture; null where there is none. */
export type CodeReader = (source: HTMLVideoElement | ImageBitmap) => Promise<string | null>

type Detector = { readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]> }
type DetectorMaker = {
  new (options: { formats: readonly string[] }): Detector
  readonly getSupportedFormats: () => Promise<readonly string[]>
}

/** Wide enough for a code at arm's length, small enough for ten looks a second on an old phone. */
const mostPixels = 800

const sizeOf = (source: HTMLVideoElement | ImageBitmap): readonly [width: number, height: number] =>
  'videoWidth' in source ? [source.videoWidth, source.videoHeight] : [source.width, source.height]

const ownReader = async (): Promise<CodeReader> => {
  // Safari and Firefox have no BarcodeDetector; these 20 KB come only there.
  const { default: decode } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (source) => {
    const [width, height] = sizeOf(source)
    if (!context || width === 0 || height === 0) return null
    const scale = Math.min(1, mostPixels / Math.max(width, height))
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    context.drawImage(source, 0, 0, canvas.width, canvas.height)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    try {
      return decode({ width: canvas.width, height: canvas.height, data })
    } catch (problem) {
      // It throws where there is no code to be read, which is most of the time.
      if (problem instanceof Error) return null
      throw problem
    }
  }
}

/** The browser's own reader where it reads QR codes, else ours. */
export const codeReader = async (): Promise<CodeReader> => {
  const maker = (window as unknown as { readonly BarcodeDetector?: DetectorMaker }).BarcodeDetector
  if (!maker || !(await maker.getSupportedFormats()).includes('qr_code')) return ownReader()
  const detector = new maker({ formats: ['qr_code'] })
  return async (source) => (await detector.detect(source))[0]?.rawValue ?? null
}
