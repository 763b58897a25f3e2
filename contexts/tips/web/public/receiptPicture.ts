/** The receipt as a picture for the phone's own album: no line of it says what was told or where. */
export const receiptPicture = (
  lines: readonly { readonly text: string; readonly size: number; readonly bold?: boolean }[],
): Promise<Blob | null> => {
  const canvas = document.createElement('canvas')
  const [width, margin, gap] = [720, 48, 22]
  canvas.width = width
  canvas.height = margin * 2 + lines.reduce((sum, { size }) => sum + size + gap, 0)
  const pen = canvas.getContext('2d')
  if (pen === null) return Promise.resolve(null)
  pen.fillStyle = '#fbfaf7'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#171b1c'
  pen.textBaseline = 'top'
  let y = margin
  for (const { text, size, bold = false } of lines) {
    pen.font = `${bold ? '600' : '400'} ${size}px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif`
    pen.fillText(text, margin, y, width - 2 * margin)
    y += size + gap
  }
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}

/** Hands a file to the browser to keep. */
export const saveBlob = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
