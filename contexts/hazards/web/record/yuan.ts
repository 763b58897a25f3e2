/** An amount of yuan with its thousands apart, without needless pence: `386,000`. */
export const yuanText = (yuan: number): string => yuan.toLocaleString('en-US', { maximumFractionDigits: 2 })
