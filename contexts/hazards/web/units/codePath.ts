/** The dark modules of a QR code as one path of unit squares, run by run. */
export const codePath = (size: number, dark: ArrayLike<number>): string => {
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    let from = -1
    for (let column = 0; column <= size; column += 1) {
      const isDark = column < size && dark[row * size + column] === 1
      if (isDark && from < 0) from = column
      if (!isDark && from >= 0) {
        runs.push(`M${from} ${row}h${column - from}v1h${from - column}z`)
        from = -1
      }
    }
  }
  return runs.join('')
}
