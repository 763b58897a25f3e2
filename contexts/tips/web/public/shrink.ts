const longestPx = 1600
const thumbPx = 160

const drawn = (picture: HTMLImageElement, mostPx: number): HTMLCanvasElement => {
  const scale = Math.min(1, mostPx / Math.max(picture.naturalWidth, picture.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

const opened = (file: Blob): Promise<HTMLImageElement> =>
  new Promise((done, failed) => {
    const address = URL.createObjectURL(file)
    const picture = new Image()
    picture.onload = () => {
      URL.revokeObjectURL(address)
      done(picture)
    }
    picture.onerror = () => {
      URL.revokeObjectURL(address)
      failed(new Error('not a picture that this browser opens'))
    }
    picture.src = address
  })

const jpeg = (canvas: HTMLCanvasElement): Promise<Blob | null> => new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.82))

/**
 * A photo small enough for a slow line, and a thumb of it. Drawing it also leaves out what the phone wrote into the file; the
 * server does so again. What this browser cannot open goes as it is, and the server says whether it can.
 */
export const shrink = async (file: Blob): Promise<{ readonly blob: Blob; readonly thumb: string }> => {
  const picture = await opened(file).catch(() => null)
  if (picture === null) return { blob: file, thumb: '' }
  const blob = await jpeg(drawn(picture, longestPx))
  return { blob: blob ?? file, thumb: drawn(picture, thumbPx).toDataURL('image/jpeg', 0.7) }
}
