import { Button } from '../../../../ui/Button.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { attempt } from '../../../../ui/attempt.ts'
import { routes } from '../../contract/index.ts'
import type { ImportView } from '../../contract/importShapes.ts'
import { BySheet, FaultCounts } from './Faults.tsx'
import { messages } from './messages.ts'
import { Bar, Strip } from './parts.tsx'
import { secondsLeft } from './speed.ts'
import { useSpeed } from './useSpeed.ts'

/** Rows going in, or held: how far, how fast, until when; pause and go on. */
export const TakePanel = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const say = useSay()
  const runs = view.state === 'taking'
  const rows = view.take?.rows ?? 0
  const speed = useSpeed(rows, runs)
  const left = secondsLeft(rows, view.totalRows, speed)
  const pause = useWrite(routes.pauseImport)
  const goOn = useWrite(routes.goOnImport)
  const input = { params: { importId: view.id } }
  const mayPause = view.may.includes('pause')
  const mayGoOn = view.may.includes('goOn')
  const hold = (): void => void attempt(pause.write(input))
  const resume = (): void => void attempt(goOn.write(input))
  useShortcut({ keys: 'p', title: { zh: '暂停或继续导入', en: 'Pause or go on' }, when: mayPause || mayGoOn }, () =>
    mayPause ? hold() : resume(),
  )
  return (
    <>
      <div className="ledgers-panel">
        {view.state === 'stopped' && view.stop !== null ? <Strip icon="stop" title={say(view.stop.sentence)} /> : null}
        <Bar
          label={m.taking.progress}
          text={view.totalRows === null ? m.rowsSoFar(rows) : m.rowsOf(rows, view.totalRows)}
          done={rows}
          total={view.totalRows}
        >
          {view.take === null ? null : <span>{m.taking.so(view.take.taken, view.take.present, view.take.refused)}</span>}
          {speed === null ? null : <span>{m.speed(Math.round(speed))}</span>}
          {left === null ? null : <span>{m.left(left)}</span>}
        </Bar>
        <p className="al-quiet">{runs ? m.taking.text : m.taking.pausedText}</p>
        <div className="ledgers-acts">
          {mayPause ? (
            <Button icon="pause" shortcut="P" busy={pause.isPending} onClick={hold}>
              {m.taking.pause}
            </Button>
          ) : null}
          {mayGoOn ? (
            <Button kind="primary" icon="play" shortcut="P" busy={goOn.isPending} onClick={resume}>
              {m.taking.goOn}
            </Button>
          ) : null}
        </div>
        <Problem problem={pause.error ?? goOn.error} />
      </div>
      {view.take === null ? null : (
        <>
          <FaultCounts view={view} pass={view.take} />
          {runs ? null : <BySheet view={view} pass={view.take} of="take" />}
        </>
      )}
    </>
  )
}
