/** Colours of a weather signal from the least to the gravest. No response level and no grade of an event follows from one. */
export const signalColours = ['blue', 'yellow', 'orange', 'red'] as const

export type SignalColour = (typeof signalColours)[number]

/** The graver of two signals; null where there is neither. */
export const graverSignal = (one: SignalColour | null, other: SignalColour | null): SignalColour | null =>
  one === null || (other !== null && signalColours.indexOf(other) > signalColours.indexOf(one)) ? other : one

/** Names as the order writes them: 蓝色, 黄色, 橙色, 红色. */
export const signalColourNames: Readonly<Record<SignalColour, { readonly zh: string; readonly en: string }>> = {
  blue: { zh: '蓝色', en: 'Blue' },
  yellow: { zh: '黄色', en: 'Yellow' },
  orange: { zh: '橙色', en: 'Orange' },
  red: { zh: '红色', en: 'Red' },
}
