/** Out of what a case comes. 瞒报 and 未如实记录 are concealed; 虚假销号 is falseClosure; 安全生产法 art. 21 with 94 is dutyFailed. */
export const causes = ['hazardMajor', 'hazardLate', 'hazardConcealed', 'falseClosure', 'dutyFailed', 'other'] as const

export type Cause = (typeof causes)[number]
