import { Link, useFilters } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PlainTable, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import { routes } from '../../contract/index.ts'
import { figureLink, type FigureName } from './figureLinks.ts'
import { messages } from './messages.ts'
import { CoverageBar } from './parts.tsx'
import type { Campaign, Progress } from './records.ts'
import { levelBelow, narrower } from '../choosing/regionStep.ts'

const defaults = { in: '' }

/** The campaign told apart by the regions one level below; each opens its own, and each figure its records. */
export const RegionTable = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { post } = useSession()
  const base = narrower(campaign.regionCode, post.regionCode)
  const [{ in: asked }, setValues] = useFilters(defaults)
  const at = asked === '' ? base : asked
  const level = levelBelow(at)
  const here = useRead(identity.region, { params: { code: at } })
  const query = useRead(
    routes.campaignProgress,
    { query: { ids: campaign.id, region: at, ...(level === undefined ? {} : { regionLevel: level }) } },
    { keepFormer: true },
  )
  const parent = here.data?.path.at(-2)?.code
  return (
    <Section
      title={m.overview.byRegion}
      note={here.data?.path.map(({ name, nameEn }) => (language === 'zh' ? name : nameEn)).join(' / ') ?? m.overview.byRegionNote}
      aside={
        at === base || parent === undefined ? undefined : (
          <Button kind="bare" icon="up" onClick={() => setValues({ in: parent === base ? '' : parent }, true)}>
            {m.overview.up}
          </Button>
        )
      }
    >
      <Read query={query} rows={4} what={m.overview.byRegion}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="al-quiet campaigns-none">{m.overview.noRegions}</p>
          ) : (
            <Rows campaign={campaign} at={at} rows={rows} onOpen={(code) => setValues({ in: code }, true)} />
          )
        }
      </Read>
    </Section>
  )
}

type RowsProps = {
  readonly campaign: Campaign
  readonly at: string
  readonly rows: readonly Progress[]
  readonly onOpen: (code: string) => void
}

const Rows = ({ campaign, at, rows, onOpen }: RowsProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const figures = ['visits', 'notAdmitted', 'found', 'closed', 'major', 'overdue'] as const satisfies readonly FigureName[]
  const titles = {
    visits: m.visits,
    notAdmitted: m.notAdmitted,
    found: m.foundShort,
    closed: m.closed,
    major: m.major,
    overdue: m.overdueShort,
  }
  return (
    <div className="campaigns-regions">
      <PlainTable
        caption={m.overview.byRegion}
        head={[m.targets.region, m.coverage, ...figures.map((figure) => titles[figure])]}
        rows={rows.map((row) => [
          row.regionCode === at ? (
            m.overview.directly(say(row.regionName))
          ) : levelBelow(row.regionCode) === undefined ? (
            say(row.regionName)
          ) : (
            <button key="name" type="button" className="campaigns-region" onClick={() => onOpen(row.regionCode)}>
              {say(row.regionName)}
            </button>
          ),
          <Link key="coverage" to={figureLink('units', campaign.id, row.regionCode)} className="campaigns-plain">
            <CoverageBar checked={row.checked} units={row.units} goal={campaign.goalPercent} />
          </Link>,
          ...figures.map((figure) =>
            row.regionCode === at ? (
              row[figure].toLocaleString('en')
            ) : (
              <Link key={figure} to={figureLink(figure, campaign.id, row.regionCode)}>
                {row[figure].toLocaleString('en')}
              </Link>
            ),
          ),
        ])}
      />
    </div>
  )
}
