import { useState, type ReactNode } from 'react'
import { evidenceRoutes, type EvidenceView } from '../../platform/evidence/contract.ts'
import { dayMinuteText } from '../instant.ts'
import { useMessages } from '../language.tsx'
import { useRead } from '../query.ts'
import { useMay } from '../session.ts'
import { Failed } from '../states.tsx'
import { chosenOf } from './chosen.ts'
import { EvidenceViewer } from './EvidenceViewer.tsx'
import { Picture, thumbnailOf, type ThumbSize } from './EvidenceThumb.tsx'
import { evidenceWords } from './words.ts'
import './Evidence.css'

export type EvidenceStripProps = {
  readonly recordKind: string
  readonly recordId: string
  /** Only these, in this order; absent: all of the record, the newest last. */
  readonly ids?: readonly string[] | undefined
  /** `small` shows pictures alone; `medium` and `large` their names and times too. */
  readonly size?: ThumbSize | undefined
  /** At most so many; what is beyond is a number that opens the rest. */
  readonly most?: number | undefined
  /** The name of whoever brought it, where the page knows. */
  readonly nameOf?: ((personId: string) => string | undefined) | undefined
  /** Rooms whose hints make the record's evidence stale. */
  readonly follows?: readonly string[] | undefined
  /** What stands where there is none. */
  readonly empty?: ReactNode
}

/** The evidence of a record as thumbnails; each opens the viewer. One read serves every strip of the same record. */
export const EvidenceStrip = (props: EvidenceStripProps) => (useMay('evidence.read') ? <ReadStrip {...props} /> : null)

const ReadStrip = ({ recordKind, recordId, ids, size = 'small', most, nameOf, follows, empty }: EvidenceStripProps) => {
  const query = useRead(evidenceRoutes.ofRecord, { query: { recordKind, recordId } }, follows === undefined ? {} : { follows })
  if (query.data === undefined) {
    return query.error ? (
      <Failed problem={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <EmptyFrames count={ids?.length ?? 3} size={size} />
    )
  }
  const items = chosenOf(query.data.rows, ids)
  return items.length === 0 ? <>{empty ?? null}</> : <EvidenceThumbs items={items} size={size} most={most} nameOf={nameOf} />
}

const EmptyFrames = ({ count, size }: { count: number; size: ThumbSize }) => (
  <ul className={`al-evidence al-evidence-${size}`} aria-hidden="true">
    {Array.from({ length: Math.min(count, 4) }, (_, index) => (
      <li key={index} className="al-evidence-frame" />
    ))}
  </ul>
)

/** Thumbnails of items at hand. */
export const EvidenceThumbs = ({
  items,
  size = 'small',
  most = Number.POSITIVE_INFINITY,
  nameOf,
}: {
  readonly items: readonly EvidenceView[]
  readonly size?: ThumbSize | undefined
  readonly most?: number | undefined
  readonly nameOf?: ((personId: string) => string | undefined) | undefined
}) => {
  const m = useMessages(evidenceWords)
  const [open, setOpen] = useState<number | null>(null)
  const shown = items.length > most ? items.slice(0, most - 1) : items
  return (
    <>
      <ul className={`al-evidence al-evidence-${size}`}>
        {shown.map((item, index) => (
          <li key={item.id}>
            <button
              type="button"
              className="al-evidence-open"
              title={item.name ?? m.deleted}
              aria-label={m.open(item.name ?? m.deleted)}
              onClick={() => setOpen(index)}
            >
              <Picture source={thumbnailOf(item)} kind={item.kind} deleted={item.deletedAt !== null} />
            </button>
            {size === 'small' ? null : (
              <span className="al-evidence-said">
                <span className="al-evidence-name">{item.name ?? m.deleted}</span>
                <time dateTime={item.takenAt ?? item.receivedAt}>{dayMinuteText(item.takenAt ?? item.receivedAt)}</time>
              </span>
            )}
          </li>
        ))}
        {shown.length === items.length ? null : (
          <li>
            <button type="button" className="al-evidence-open al-evidence-more" onClick={() => setOpen(shown.length)}>
              +{items.length - shown.length}
            </button>
          </li>
        )}
      </ul>
      {open === null ? null : <EvidenceViewer items={items} index={open} onMove={setOpen} onClose={() => setOpen(null)} nameOf={nameOf} />}
    </>
  )
}
