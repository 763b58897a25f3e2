import { useEffect, useRef, useState } from 'react'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Field, Form, TextInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { usePocket } from '../../../../ui/outbox/context.ts'
import { PocketPage } from '../../../../ui/pocket/PocketPage.tsx'
import { spotMessages } from './spotMessages.ts'
import { codeReader } from './readCode.ts'
import { unitIn } from './scanned.ts'
import { usePack } from './usePack.ts'
import './pocketHazards.css'

const lookMilliseconds = 150
const noFilters = { for: '' }

/** Looks through the camera until a code of this product is seen; the camera is let go with the page. */
const useCamera = (onCode: (text: string) => void) => {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'starting' | 'looking' | 'none'>('starting')
  const heard = useRef(onCode)
  useEffect(() => {
    heard.current = onCode
  }, [onCode])
  useEffect(() => {
    let left = false
    let stream: MediaStream | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const [read, opened] = await Promise.all([
        codeReader(),
        navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }),
      ])
      stream = opened
      if (left || !video.current) return
      video.current.srcObject = opened
      await video.current.play()
      setState('looking')
      const next = async (): Promise<void> => {
        if (left || !video.current) return
        const text = await read(video.current)
        if (text !== null) heard.current(text)
        timer = setTimeout(() => void next(), lookMilliseconds)
      }
      await next()
    }
    look()
      .catch(() => {
        if (!left) setState('none')
      })
      .finally(() => {
        if (left) for (const track of stream?.getTracks() ?? []) track.stop()
      })
    return () => {
      left = true
      clearTimeout(timer)
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [])
  return { video, state }
}

/** Finds a unit by the code at its gate, by a photo of it, or by typing. */
const ScanPage = () => {
  const m = useMessages(spotMessages).scanPage
  const navigate = useNavigate()
  const { box } = usePocket()
  const { pack } = usePack()
  const [{ for: draftId }] = useFilters(noFilters)
  const [said, setSaid] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const open = async (text: string): Promise<void> => {
    const unitId = unitIn(text, location.origin)
    if (unitId === null) return setWrong(m.wrong)
    const draft = draftId === '' ? undefined : await box.draft(draftId)
    if (!draft) return navigate(`/m/units/${unitId}`)
    const content = { ...(draft.content as object), unitId, unitName: pack?.units[unitId]?.unit.name ?? '' }
    await box.saveDraft({ ...draft, content })
    navigate(draft.address)
  }
  const { video, state } = useCamera((text) => void open(text))
  const fromPhoto = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const [read, picture] = await Promise.all([codeReader(), createImageBitmap(file)])
    const text = await read(picture)
    picture.close()
    if (text === null) setWrong(m.nothing)
    else await open(text)
  }
  return (
    <PocketPage title={m.title} back="/m">
      <div className="hazards-camera">
        <video ref={video} muted playsInline aria-label={m.point} hidden={state !== 'looking'} />
        {state === 'looking' ? null : <p>{state === 'starting' ? m.starting : m.noCamera}</p>}
      </div>
      <p className="pocket-note">{state === 'none' ? m.noCameraNext : m.point}</p>
      <label className="al-button hazards-from-photo">
        {m.fromPhoto}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => {
            void fromPhoto(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      <Form
        onSubmit={() => void open(said)}
        actions={
          <Button type="submit" kind="primary" large wide>
            {m.typed}
          </Button>
        }
      >
        <Field label={m.type} error={wrong ?? undefined}>
          <TextInput
            value={said}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(text) => {
              setSaid(text)
              setWrong(null)
            }}
          />
        </Field>
      </Form>
    </PocketPage>
  )
}

export default ScanPage
