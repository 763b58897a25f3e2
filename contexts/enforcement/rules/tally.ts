/** What the bulletin counts of enforcement; each by the day on which it happened. */
export const tallyFigures = ['opened', 'noticed', 'decided', 'served', 'performed', 'penaltyYuan', 'collectedYuan'] as const

export type TallyFigure = (typeof tallyFigures)[number]
