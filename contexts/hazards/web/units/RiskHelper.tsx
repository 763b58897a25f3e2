import { useState } from 'react'
import { asWritten } from '../../../../kernel/law.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Choice, Field, SelectInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { riskByLec, riskByLs, riskColourNames, riskScales, type RiskColour } from '../../rules/risk.ts'
import { formMessages } from './formMessages.ts'
import { LawLink } from './LawLink.tsx'
import { levelOfColour } from './records.ts'

type Method = 'ls' | 'lec'
type Factor = 'L' | 'S' | 'E' | 'C'
type Values = { readonly [Name in Factor]?: number }

const factorsOf: { readonly [Name in Method]: readonly Factor[] } = { ls: ['L', 'S'], lec: ['L', 'E', 'C'] }

const scaleOf = (method: Method, factor: Factor): readonly number[] =>
  method === 'ls' ? (factor === 'L' || factor === 'S' ? riskScales.ls[factor] : []) : factor === 'S' ? [] : riskScales.lec[factor]

const judge = (method: Method, { L, S, E, C }: Values) => {
  if (L === undefined) return null
  if (method === 'ls') return S === undefined ? null : riskByLs({ L, S }, asWritten)
  return E === undefined || C === undefined ? null : riskByLec({ L, E, C }, asWritten)
}

/** Computes a level of risk by LS or LEC, with the clause whose threshold decided. */
export const RiskHelper = ({ onTake }: { onTake: (colour: RiskColour) => void }) => {
  const m = useMessages(formMessages)
  const { language } = useLanguage()
  const [method, setMethod] = useState<Method>('ls')
  const [values, setValues] = useState<Values>({})
  const factors = factorsOf[method]
  const verdict = judge(method, values)
  return (
    <div className="hazards-unit-risk">
      <Choice
        label={m.method}
        options={[
          { value: 'ls', label: m.ls },
          { value: 'lec', label: m.lec },
        ]}
        value={method}
        onChange={(chosen) => {
          setMethod(chosen)
          setValues({})
        }}
      />
      <div className="hazards-unit-factors">
        {factors.map((factor) => (
          <Field key={factor} label={m.factors[factor]}>
            <SelectInput
              placeholder="—"
              options={scaleOf(method, factor).map((value) => ({ value: String(value), label: String(value) }))}
              value={values[factor] === undefined ? '' : String(values[factor])}
              onChange={(value) => setValues({ ...values, [factor]: Number(value) })}
            />
          </Field>
        ))}
      </div>
      {verdict?.ok ? (
        <p className="hazards-unit-verdict">
          {m.computed(factors.map((factor) => values[factor]).join(' × '), String(verdict.value.score))}{' '}
          <LevelChip level={levelOfColour[verdict.value.colour]} word={riskColourNames[verdict.value.colour][language]} />{' '}
          {verdict.value.row === null ? <span className="al-quiet">{m.belowAll}</span> : <LawLink row={verdict.value.row} />}
          <Button onClick={() => onTake(verdict.value.colour)}>{m.take}</Button>
        </p>
      ) : null}
    </div>
  )
}
