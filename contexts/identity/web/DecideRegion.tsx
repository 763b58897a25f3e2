import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Confirm } from '../../../ui/Dialog.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { useWrite } from '../../../ui/query.ts'
import { useMay } from '../../../ui/session.ts'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import { OthersDeeds } from './parts.tsx'
import type { Organisation } from './records.ts'
import { RegionPath, useRegion } from './regions.ts'
import { pathText } from '../../../ui/choosing/regionText.ts'

/** The region on the paper was split: somebody who knows where the organisation stands chooses among what it became. */
export const DecideRegion = ({ organisation }: { organisation: Organisation }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const may = useMay('organisation.change')
  const [chosen, setChosen] = useState(organisation.regionCode)
  const [asked, setAsked] = useState(false)
  const decide = useWrite(routes.decideRegion)
  const { data } = useRegion(chosen)
  const name = data?.region.code === chosen ? pathText(data.path, language) : chosen
  return (
    <Section title={m.organisation.decide}>
      <p>{m.organisation.decideWhy(organisation.regionOnPaper)}</p>
      {may ? (
        <>
          <fieldset className="identity-candidates" aria-label={m.organisation.decide}>
            {organisation.regionCandidates.map((code) => (
              <label key={code}>
                <input type="radio" name="candidate" value={code} checked={code === chosen} onChange={() => setChosen(code)} />
                <RegionPath code={code} /> <span className="al-code">{code}</span>
              </label>
            ))}
          </fieldset>
          <Button kind="primary" onClick={() => setAsked(true)}>
            {m.organisation.decideButton}
          </Button>
        </>
      ) : (
        <OthersDeeds deeds={[{ action: 'organisation.change', title: m.organisation.decide }]} />
      )}
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title={m.organisation.decide}
        effects={[
          m.organisation.decideEffects.count(name),
          m.organisation.decideEffects.people(organisation.people),
          m.organisation.decideEffects.paper(organisation.regionOnPaper),
        ]}
        confirm={m.organisation.decideButton}
        onConfirm={async () => {
          await decide.write({ params: { id: organisation.id }, body: { regionCode: chosen, version: organisation.version } })
          tell({ text: m.organisation.decided(name) })
        }}
      />
    </Section>
  )
}
