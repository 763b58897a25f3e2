import { parseUscc } from '../../../../kernel/identifiers.ts'

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The credit code of the n-th enterprise that does not exist: right in form and in both its checks. */
export const creditCodeOf = (n: number): string => {
  const body = String(n).padStart(6, '0')
  for (const inner of `${characters}X`)
    for (const outer of characters) {
      const code = `91330114MA${body}${inner}${outer}`
      if (parseUscc(code).ok) return code
    }
  throw new RangeError(`no check characters fit ${n}`)
}
