import { sentenceOf } from '../../../../kernel/refusals.ts'
import { useLanguage } from '../../../../ui/language.tsx'
import { refusals } from '../../contract/refusals.ts'
import type { CaseRefusal } from '../../rules/refusalFacts.ts'

/** Why the rule would refuse it as it stands; what is merely not filled in yet stays quiet until it is sent. */
export const Refusal = ({ refusal, tried }: { refusal: CaseRefusal; tried: boolean }) => {
  const { language } = useLanguage()
  const sentence = sentenceOf(refusals, refusal)[language]
  const quiet = ['CASE_INCOMPLETE', 'OFFICERS_TOO_FEW'].includes(refusal.code) && !tried
  if (quiet) return <p className="case-still">{sentence}</p>
  return (
    <p className="case-refusal" role={tried ? 'alert' : 'status'}>
      {sentence}
      <span>{refusal.code}</span>
    </p>
  )
}
