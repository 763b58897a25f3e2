import type { FieldProps } from '../fields.tsx'
import { useLanguage, useMessages } from '../language.tsx'
import { ChosenField } from './ChosenField.tsx'
import { FindingChip } from './FindingChip.tsx'
import { pathText, regionName } from './regionText.ts'
import { country, RegionTree, type RegionAsking, type RegionTreeProps } from './RegionTree.tsx'
import { choosingWords } from './words.ts'

type RegionFieldProps = Omit<FieldProps, 'children'> & {
  readonly value: string
  readonly onChange: (code: string) => void
  readonly from?: string | undefined
}

type RegionChipProps = { readonly label: string; readonly value: string; readonly onChange: (code: string) => void }

/** The parts that show and choose regions, for a room that asks for them in its own way. */
export const regionParts = (asking: RegionAsking) => {
  /** The path of a region in words; its code until it is known. */
  const RegionPath = ({ code }: { code: string }) => {
    const { language } = useLanguage()
    const m = useMessages(choosingWords)
    const { data } = asking.useRegion(code)
    if (code === country) return m.region.country
    return data?.region.code === code ? pathText(data.path, language) : code
  }

  const RegionPicker = (props: RegionTreeProps) => <RegionTree asking={asking} {...props} />

  /** A region as a field of a form: what is chosen, and the tree to choose from while it is open. */
  const RegionField = ({ value, onChange, from, ...group }: RegionFieldProps) => (
    <ChosenField
      {...group}
      face={
        value === '' ? null : (
          <>
            <RegionPath code={value} /> <span className="al-code">{value}</span>
          </>
        )
      }
    >
      {(close) => (
        <RegionPicker
          from={from}
          chosen={value}
          onPick={(code) => {
            onChange(code)
            close()
          }}
        />
      )}
    </ChosenField>
  )

  /** The filter of a list by region, everything below it included. */
  const RegionChip = ({ label, value, onChange }: RegionChipProps) => {
    const { language } = useLanguage()
    const { data } = asking.useRegion(value)
    const name = data?.region.code === value ? regionName(data.region, language) : value
    return (
      <FindingChip label={label} face={value === '' ? null : name} onTakeOff={() => onChange('')}>
        {(close) => (
          <RegionPicker
            chosen={value}
            onPick={(code) => {
              onChange(code)
              close()
            }}
          />
        )}
      </FindingChip>
    )
  }

  return { RegionPath, RegionPicker, RegionField, RegionChip } as const
}
