/** How the desk speaks of bulletins and the five-full board. */
export const bulletinDeeds = {
  'bulletin.read': { zh: '查看战报', en: 'Read bulletins' },
  'bulletin.issue': { zh: '印发战报', en: 'Issue a bulletin' },
  'fiveFull.read': { zh: '查看五全', en: 'Read the five-full board' },
} as const

export const bulletinPages = { bulletin: (id: string) => `/bulletins/${id}` as const } as const
