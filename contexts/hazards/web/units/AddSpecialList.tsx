import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { FormDrawer } from '../../../../ui/Dialog.tsx'
import { Field, TextArea, TextInput, FieldGroup } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Problem } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { listMessages } from './listMessages.ts'
import type { SpecialList } from './records.ts'
import { RegionField, RegionPath, RegionPicker } from '../choosing/regions.ts'

/** The form that makes a special list, of the post's own region unless another below it is chosen. */
export const AddSpecialList = ({ onClose, onMade }: { onClose: () => void; onMade: (list: SpecialList) => void }) => {
  const m = useMessages(listMessages)
  const { post } = useSession()
  const [name, setName] = useState('')
  const [basis, setBasis] = useState('')
  const [regionCode, setRegionCode] = useState(post.regionCode)
  const [regions, setRegions] = useState<readonly string[]>([])
  const [picking, setPicking] = useState(false)
  const [tried, setTried] = useState(false)
  const add = useWrite(routes.addSpecialList)
  const send = async (): Promise<void> => {
    setTried(true)
    if (name.trim() === '' || basis.trim() === '') return showFirstWrong()
    const made = await attempt(add.write({ body: { name: name.trim(), basis: basis.trim(), regionCode, regions: [...regions] } }))
    if (!made) return
    onClose()
    onMade(made.value)
  }
  return (
    <FormDrawer title={m.add} submit={m.add} busy={add.isPending} onSubmit={() => void send()} onClose={onClose}>
      <Field label={m.name} help={m.nameHelp} error={tried && name.trim() === '' ? m.nameMissing : undefined}>
        <TextInput maxLength={200} value={name} onChange={setName} />
      </Field>
      <Field label={m.basis} help={m.basisHelp} error={tried && basis.trim() === '' ? m.basisMissing : undefined}>
        <TextArea maxLength={2000} value={basis} onChange={setBasis} />
      </Field>
      <RegionField label={m.whose} value={regionCode} onChange={setRegionCode} />
      <FieldGroup label={m.regions} optional help={m.regionsHelp}>
        <ul className="hazards-unit-rows">
          {regions.map((code) => (
            <li key={code}>
              <span>
                <RegionPath code={code} />
              </span>
              <Button
                kind="bare"
                icon="cross"
                aria-label={m.removeRegion(code)}
                onClick={() => setRegions(regions.filter((other) => other !== code))}
              />
            </li>
          ))}
        </ul>
        {picking ? (
          <RegionPicker
            onPick={(code) => {
              setRegions([...new Set([...regions, code])])
              setPicking(false)
            }}
          />
        ) : (
          <Button icon="plus" onClick={() => setPicking(true)}>
            {m.addRegion}
          </Button>
        )}
      </FieldGroup>
      <Problem problem={add.error} />
    </FormDrawer>
  )
}
