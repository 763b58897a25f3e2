import type { HolidayCalendar } from './time.ts'

/** One year as the State Council's notice sets it. Ranges include both ends. */
export type HolidayNotice = {
  readonly year: number
  /** The notice, by its number. */
  readonly source: string
  readonly daysOff: readonly (readonly [from: string, to: string])[]
  /** Saturdays and Sundays worked in exchange. */
  readonly daysWorked: readonly string[]
}

/**
 * The notices on public holidays (国务院办公厅关于部分节假日安排的通知). A year without its notice is not guessed: what is
 * reckoned through it is not final.
 */
export const holidayNotices: readonly HolidayNotice[] = [
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    daysOff: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    daysWorked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号',
    daysOff: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    daysWorked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]

const daysBetween = ([from, to]: readonly [string, string]): string[] => {
  const days: string[] = []
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 }))
    days.push(day.toString())
  return days
}

/** The calendar that the notices make together. */
export const calendarOf = (notices: readonly HolidayNotice[]): HolidayCalendar => ({
  years: new Set(notices.map(({ year }) => year)),
  daysOff: new Set(notices.flatMap(({ daysOff }) => daysOff.flatMap(daysBetween))),
  daysWorked: new Set(notices.flatMap(({ daysWorked }) => daysWorked)),
})

/** The public holidays that the product knows of. */
export const publicHolidays: HolidayCalendar = calendarOf(holidayNotices)
