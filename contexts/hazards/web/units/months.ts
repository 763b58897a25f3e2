/** The months up to and with the one of a day, the newest first: 2026-11, 2026-10, … */
export const monthsBefore = (day: string, count: number): readonly string[] => {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + month - 1 - back
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}
