/** Points of a millimetre. */
const point = 72 / 25.4

/** Millimetres in points. */
export const millimetres = (length: number): number => length * point

/** GB/T 9704-2012, 5.2.1: A4, 37 mm above and 28 mm left of a field of 156 by 225 mm. */
export const sheet = {
  left: millimetres(28),
  top: millimetres(37),
  right: millimetres(210 - 28 - 156),
  bottom: millimetres(297 - 37 - 225),
  width: millimetres(156),
} as const

/** Chinese sizes in points: 二号 for the title (GB/T 9704-2012, 7.3.1); 四号 for text and 小四 for tables, as forms are set. */
export const sizes = { title: 22, issuer: 18, text: 14, table: 11, small: 9 } as const
