/** The dark modules of a QR code as one path of unit squares, run by run. */
export const codePath = (rows: readonly (readonly boolean[])[]): string =>
  rows
    .flatMap((row, y) => {
      const begins = row.flatMap((dark, x) => (dark && row[x - 1] !== true ? [x] : []))
      return begins.map((x) => {
        const light = row.indexOf(false, x)
        const length = (light < 0 ? row.length : light) - x
        return `M${x} ${y}h${length}v1h-${length}z`
      })
    })
    .join('')
