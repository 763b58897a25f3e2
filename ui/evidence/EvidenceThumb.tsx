import { useState } from 'react'
import { evidenceRoutes, type EvidenceKind, type EvidenceView } from '../../platform/evidence/contract.ts'
import { addressOf } from '../api.ts'
import { Icon, type IconName } from '../Icon.tsx'
import './Evidence.css'

/** How large thumbnails stand: in a line of text, in a list, side by side. */
export type ThumbSize = 'small' | 'medium' | 'large'

const kindIcons: Readonly<Record<EvidenceKind, IconName>> = { photo: 'photo', paper: 'paper', audio: 'microphone', video: 'play' }

/** A picture, or the sign of its kind where there is none to be had. */
export const Picture = ({ source, kind, deleted }: { source: string | null; kind: EvidenceKind; deleted?: boolean | undefined }) => {
  const [broken, setBroken] = useState<string | null>(null)
  if (source === null || broken === source) {
    return (
      <span className={deleted === true ? 'al-evidence-sign al-evidence-gone' : 'al-evidence-sign'}>
        <Icon name={kindIcons[kind]} size={18} />
      </span>
    )
  }
  return <img src={source} alt="" loading="lazy" decoding="async" onError={() => setBroken(source)} />
}

/** The address of an item's thumbnail, null where no picture of it can be had. */
export const thumbnailOf = (item: EvidenceView): string | null =>
  item.deletedAt === null && item.hasThumbnails
    ? addressOf(evidenceRoutes.copy, { params: { evidenceId: item.id }, query: { size: '320' } })
    : null
