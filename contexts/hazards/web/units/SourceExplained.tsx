import { Fragment } from 'react'
import { Tag } from '../../../../ui/Button.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { PlainTable } from '../../../../ui/Page.tsx'
import { LawLink } from './LawLink.tsx'
import { messages } from './messages.ts'
import type { SourceVerdict } from './records.ts'
import { amount, sourceSteps } from './sourceText.ts'

/** Whether it is a major hazard source and of which level, in one mark. */
export const SourceMark = ({ verdict }: { verdict: SourceVerdict }) => {
  const m = useMessages(messages)
  if (!verdict.major) return <span>{m.source.notMajor}</span>
  return verdict.level === null ? (
    <Tag tone="silent">{m.source.unknownLevel}</Tag>
  ) : (
    <LevelChip level={verdict.level} word={m.source.levels[verdict.level]} />
  )
}

const Basis = ({ rows }: { rows: readonly (string | null)[] }) => {
  const m = useMessages(messages)
  const known = rows.filter((row) => row !== null)
  if (known.length === 0) return <span className="al-quiet">{m.source.given}</span>
  return known.map((row, index) => (
    <Fragment key={row}>
      {index === 0 ? null : ' · '}
      <LawLink row={row} />
    </Fragment>
  ))
}

/** The verdict of GB 18218-2018 as a calculation that is checked line by line, each value with its clause. */
export const SourceExplained = ({ verdict, exposedPeople }: { verdict: SourceVerdict; exposedPeople: number | null }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const steps = sourceSteps(verdict)
  const missing = steps.betaMissing.join(language === 'zh' ? '、' : ', ')
  return (
    <div className="hazards-unit-source">
      <h3>
        {m.source.stepS} <LawLink row="hazards.source.s" />
      </h3>
      <PlainTable
        caption={m.source.title}
        head={[
          m.source.substance,
          m.source.quantity,
          m.source.critical,
          m.source.quotient,
          m.source.beta,
          m.source.product,
          m.source.basis,
        ]}
        rows={[
          ...steps.lines.map((line) => [
            <span key="substance">
              {line.substance} {line.uncertain ? <span className="al-quiet">{m.source.uncertain}</span> : null}
            </span>,
            line.tonnes,
            line.critical,
            line.quotient,
            line.beta ?? '—',
            line.product ?? '—',
            <Basis key="basis" rows={[line.criticalRow, line.betaRow]} />,
          ]),
          [<b key="sum">{m.source.sum}</b>, '', '', <b key="S">{steps.S}</b>, '', <b key="products">{steps.sumOfProducts ?? '—'}</b>, ''],
        ]}
      />
      <p className="al-quiet">{m.source.designNote}</p>
      <p className="hazards-unit-step">
        {verdict.major ? m.source.sAtLeast(steps.sumOfQuotients, steps.S) : m.source.sBelow(steps.sumOfQuotients, steps.S)} →{' '}
        <b>{verdict.major ? m.source.major : m.source.notMajor}</b>
      </p>
      {verdict.major ? (
        <>
          <h3>
            {m.source.stepA} {steps.alphaRow === null ? null : <LawLink row={steps.alphaRow} />}
          </h3>
          <p className="hazards-unit-step">
            {exposedPeople === null || verdict.alpha === null
              ? m.source.peopleMissing
              : m.source.people(exposedPeople.toLocaleString('en'), amount(verdict.alpha))}
          </p>
          <h3>
            {m.source.stepR} {steps.levelRow === null ? null : <LawLink row={steps.levelRow} />}
          </h3>
          {missing === '' ? null : <p className="hazards-unit-step">{m.source.betaMissing(missing)}</p>}
          {verdict.R === null || verdict.alpha === null || steps.sumOfProducts === null ? null : (
            <p className="hazards-unit-step">
              {m.source.rIs(amount(verdict.alpha), steps.sumOfProducts, amount(verdict.R))}
              {verdict.level === null ? null : <> → {m.source.ranges[verdict.level]}</>}
            </p>
          )}
          <p className="hazards-unit-step">
            <SourceMark verdict={verdict} />
          </p>
        </>
      ) : (
        <p className="al-quiet">{m.source.notGraded}</p>
      )}
    </div>
  )
}
