import type { Sentence } from '../../../../kernel/refusals.ts'
import type { Finding, LedgerRecord, Level, State } from '../hazard.ts'
import type { RiskColour } from '../risk.ts'

/*
 * How the product's own words stand in a ledger: as bureaux write them, and so that the rules beside this file read them back
 * as what they were.
 */

type Standing = LedgerRecord['stands']

/** How far along a hazard is, in the four words of a ledger. */
export const standingInLedger = (state: State): Standing => {
  switch (state) {
    case 'found':
    case 'classified':
    case 'ordered':
      return 'open'
    case 'rectifying':
      return 'underway'
    case 'selfChecked':
    case 'evaluated':
    case 'applied':
    case 'reviewed':
      return 'rectified'
    case 'closed':
      return 'closed'
  }
}

export const standingWords: { readonly [Name in Standing]: Sentence } = {
  open: { zh: '未整改', en: 'open' },
  underway: { zh: '整改中', en: 'underway' },
  rectified: { zh: '已整改', en: 'rectified' },
  closed: { zh: '已销号', en: 'closed' },
}

export const levelWords: { readonly [Name in Level]: Sentence } = {
  general: { zh: '一般隐患', en: 'general' },
  major: { zh: '重大隐患', en: 'major' },
}

export const wayWords: { readonly [Name in Finding]: Sentence } = {
  selfCheck: { zh: '单位自查', en: 'selfcheck' },
  expertCheck: { zh: '专家检查', en: 'expert check' },
  peerCheck: { zh: '互查', en: 'peer check' },
  departmentCheck: { zh: '部门检查', en: 'department check' },
  publicReport: { zh: '群众举报', en: 'public report' },
}

export const colourWords: { readonly [Name in RiskColour]: Sentence } = {
  red: { zh: '红', en: 'red' },
  orange: { zh: '橙', en: 'orange' },
  yellow: { zh: '黄', en: 'yellow' },
  blue: { zh: '蓝', en: 'blue' },
}

export const resultWords: { readonly [Name in 'checked' | 'notAdmitted']: Sentence } = {
  checked: { zh: '已检查', en: 'checked' },
  notAdmitted: { zh: '未能进入', en: 'not admitted' },
}

export const yesNo = (yes: boolean): Sentence => (yes ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })

/** An industry with its code before its name, by which it is read back without doubt. */
export const industryInLedger = (code: string, name: string): string => (name === code ? code : `${code} ${name}`)
