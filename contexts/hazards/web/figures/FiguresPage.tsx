import { useState } from 'react'
import { Link, useFilters } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { Filters, type Filter } from '../../../../ui/Filters.tsx'
import { dateText, secondText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useSession } from '../../../../ui/session.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import { levelBelow, narrower } from '../choosing/regionStep.ts'
import { monthsBefore } from '../hazards/listFilters.ts'
import { RegionChip } from '../choosing/regions.ts'
import { FigureBars, type Bar } from './FigureBars.tsx'
import { FigureGrid, valueText } from './FigureGrid.tsx'
import { tableOf, type FigureColumn, type FigureLine, type FigureTable } from './figureTable.ts'
import { levelOrder, measures, shownOf, stateOrder, type MeasureName, type Shown } from './measures.ts'
import { messages } from './messages.ts'
import { exportOf, useSums } from './useSums.ts'
import './figures.css'

const defaults = { measure: 'found', region: '', rows: 'region', columns: '', month: '', level: '', state: '' }

const monthsOffered = 24
/** The chart takes so many bars; the table has all. */
const mostBars = 20

type Values = Readonly<Record<keyof typeof defaults, string>>

const addressOf = (values: Values): string =>
  `/figures?${new URLSearchParams(
    Object.entries(values).filter(([name, value]) => value !== '' && value !== defaults[name as keyof typeof defaults]),
  ).toString()}`

/** How many, where, of what kind and when: every number opens the records that it counts. */
const FiguresPage = () => {
  const m = useMessages(messages)
  const { post } = useSession()
  const [values, setValues] = useFilters(defaults)
  const [unfolded, setUnfolded] = useState(false)
  const thisMonth = dateText(useNow(60_000)).slice(0, 7)
  const shown = shownOf(values, thisMonth)
  const region = values.region === '' ? post.regionCode : narrower(values.region, post.regionCode)
  const query = useSums(shown, region)
  const change = (name: string, value: string): void => {
    setUnfolded(false)
    setValues({ [name]: value })
  }
  return (
    <>
      <PageHead
        title={m.title}
        note={<RegionTrail region={region} values={values} />}
        aside={query.data === undefined ? undefined : m.asOf(secondText(query.dataUpdatedAt))}
        actions={<ExportButton title={m.title} {...exportOf(shown, region)} />}
      />
      <Filters filters={useFigureFilters(values, shown, thisMonth)} onChange={change}>
        <RegionChip label={m.region} value={values.region} onChange={(code) => change('region', code)} />
      </Filters>
      <p className="hazards-figures-note">
        {m.notes[shown.name]} {query.data?.today == null ? null : m.overdueOf(query.data.today)}
      </p>
      <Read query={query} rows={8} what={m.title}>
        {({ sums }) => {
          const table = tableOf(sums, shown, unfolded)
          return table.lines.length === 0 ? (
            <Empty title={m.none} icon="chart">
              {m.noneNext}
            </Empty>
          ) : (
            <Shows
              table={table}
              shown={shown}
              region={region}
              values={values}
              thisMonth={thisMonth}
              unfolded={unfolded}
              onUnfold={setUnfolded}
            />
          )
        }}
      </Read>
    </>
  )
}

/** What can be chosen: the figure, by what it is told apart, and to what it is narrowed. */
const useFigureFilters = (values: Values, shown: Shown, thisMonth: string): readonly Filter[] => {
  const m = useMessages(messages)
  const { dimensions, states, monthsApart } = shown.measure
  const standing = (name: keyof typeof defaults, label: string, options: Filter['options'], value: string = values[name]): Filter => ({
    name,
    label,
    options,
    value,
    standing: defaults[name],
  })
  const narrowing = (dimension: 'period' | 'level' | 'state', filter: Filter): readonly Filter[] =>
    dimensions.includes(dimension) && shown.columns !== dimension ? [filter] : []
  const months = monthsBefore(`${thisMonth}-01`, monthsOffered).map((month) => ({ value: month, label: month }))
  const monthFilter = standing('month', m.month, months, shown.month)
  return [
    standing(
      'measure',
      m.measure,
      (Object.keys(measures) as MeasureName[]).map((value) => ({ value, label: m.measures[value] })),
      shown.name,
    ),
    ...(dimensions.includes('industry')
      ? [
          standing(
            'rows',
            m.rows,
            (['region', 'industry'] as const).map((value) => ({ value, label: m.dimensions[value] })),
            shown.rows,
          ),
        ]
      : []),
    standing(
      'columns',
      m.columns,
      [
        { value: '', label: m.noColumns },
        ...dimensions.filter((dimension) => dimension !== shown.rows).map((value) => ({ value, label: m.dimensions[value] })),
      ],
      shown.columns ?? '',
    ),
    // Distinct units are counted month by month, so one month always stands.
    ...narrowing('period', monthsApart === true ? { ...monthFilter, standing: shown.month } : monthFilter),
    ...narrowing(
      'level',
      standing(
        'level',
        m.level,
        levelOrder.map((value) => ({ value, label: m.levels[value as 'major'] })),
      ),
    ),
    ...narrowing(
      'state',
      standing(
        'state',
        m.state,
        (states ?? stateOrder).map((value) => ({ value, label: m.states[value as 'found'] })),
      ),
    ),
  ]
}

/** The way from the post's own region down to the one that is shown. */
const RegionTrail = ({ region, values }: { region: string; values: Values }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { post } = useSession()
  const { data } = useRead(identity.region, { params: { code: region } }, { keepFormer: true })
  const path = data?.path ?? []
  const from = path.findIndex(({ code }) => code === post.regionCode)
  return (
    <nav className="hazards-trail" aria-label={m.path}>
      {path.slice(Math.max(from, 0)).map(({ code, name, nameEn }) => {
        const said = language === 'zh' ? name : nameEn
        return code === region ? (
          <span key={code} aria-current="location">
            {said}
          </span>
        ) : (
          <Link key={code} to={addressOf({ ...values, region: code === post.regionCode ? '' : code })}>
            {said}
          </Link>
        )
      })}
    </nav>
  )
}

type ShowsProps = {
  readonly table: FigureTable
  readonly shown: Shown
  readonly region: string
  readonly values: Values
  readonly thisMonth: string
  readonly unfolded: boolean
  readonly onUnfold: (unfolded: boolean) => void
}

const Shows = ({ table, shown, region, values, thisMonth, unfolded, onUnfold }: ShowsProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const byMonth = shown.columns === 'period'
  const isOwn = (line: FigureLine): boolean => shown.rows === 'region' && line.key === region && levelBelow(region) !== undefined
  const nameOf = (line: FigureLine): string =>
    isOwn(line) ? m.ownLevel(say(line.name)) : shown.rows === 'industry' ? `${line.key} ${say(line.name)}` : say(line.name)
  // Below a bar there is room for a few characters: a reader of English is served by the code more than by them.
  const barName = (line: FigureLine): string => (shown.rows === 'industry' && language === 'en' ? nameOf(line) : say(line.name))
  const columnName = ({ keys, name }: FigureColumn): string => {
    if (name === null) return byMonth ? m.earlier(keys.length) : m.others(keys.length)
    if (shown.columns === 'level') return m.levels[name as 'major']
    if (shown.columns === 'state') return m.states[name as 'found']
    return shown.columns === 'industry' ? `${keys[0]} ${name}` : name
  }
  const below = (line: FigureLine): string | null =>
    shown.rows === 'region' && !isOwn(line) && levelBelow(line.key) !== undefined && line.key !== region
      ? addressOf({ ...values, region: line.key })
      : null
  const text = (value: number | null): string => valueText(value, shown.measure.kind)
  const bars: readonly Bar[] = byMonth
    ? table.columns.map((column, index) => {
        const value = table.foot[index] ?? null
        return { key: column.keys.at(-1) ?? '', name: columnName(column), value, text: text(value) }
      })
    : table.lines.slice(0, mostBars).map((line) => ({ key: line.key, name: barName(line), value: line.total, text: text(line.total) }))
  const folded = table.columns.some(({ name }) => name === null)
  return (
    <>
      <FigureBars bars={bars} present={byMonth ? thisMonth : null} />
      <p className="hazards-figures-note">
        {m.measures[shown.name]}
        {m.units[shown.measure.kind] === '' ? '' : ` (${m.units[shown.measure.kind]})`} {byMonth ? m.chartOf.period : m.chartOf.rows}
        {!byMonth && table.lines.length > mostBars ? ` · ${m.more(mostBars)}` : ''}
        {folded || unfolded ? (
          <Button kind="bare" aria-expanded={unfolded} onClick={() => onUnfold(!unfolded)}>
            {unfolded ? m.fold : m.unfold}
          </Button>
        ) : null}
      </p>
      <FigureGrid table={table} shown={shown} region={region} isOwn={isOwn} nameOf={nameOf} columnName={columnName} below={below} />
    </>
  )
}

export default FiguresPage
