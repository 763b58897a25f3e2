import { useState } from 'react'
import type { EvidenceKind, EvidenceView } from '../../../platform/evidence/contract.ts'
import { EvidenceInput } from '../../../ui/evidence/EvidenceInput.tsx'
import { EvidenceThumbs } from '../../../ui/evidence/EvidenceStrip.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { Section } from '../../../ui/Page.tsx'
import { list, messages } from './messages.ts'
import { inHours } from './sample.ts'

const kinds: readonly EvidenceKind[] = ['photo', 'photo', 'paper', 'audio', 'video']

/** Items as the server tells them, without pictures: the gallery has no evidence of its own. */
const sampleItems = (names: readonly string[]): readonly EvidenceView[] =>
  names.map((name, index) => ({
    id: `0198f0a1-0000-7000-8000-00000000000${index}`,
    kind: kinds[index] ?? 'photo',
    mediaType: 'image/jpeg',
    name,
    sizeBytes: 2_400_000 + index * 730_000,
    contentHash: 'c2f1e7b08a6d4f35'.repeat(4),
    hasThumbnails: false,
    takenAt: new Date(inHours(-52 - index)).toISOString(),
    receivedAt: new Date(inHours(-51.6 - index)).toISOString(),
    uploadedBy: null,
    record: null,
    keepUntil: null,
    deletedAt: index === 1 ? new Date(inHours(-1)).toISOString() : null,
  }))

export const EvidencePart = () => {
  const m = useMessages(messages)
  const [value, setValue] = useState<readonly string[]>([])
  const items = sampleItems(list(m.evidence.names))
  return (
    <Section title={m.parts.evidence}>
      <div className="gallery-split">
        <div className="gallery-form">
          <EvidenceInput
            label={m.evidence.label}
            value={value}
            onChange={setValue}
            error={value.length === 0 ? m.evidence.missing : undefined}
          />
        </div>
        <div>
          {(['small', 'medium', 'large'] as const).map((size) => (
            <div key={size} className="gallery-row">
              <EvidenceThumbs items={items} size={size} most={size === 'large' ? 3 : undefined} />
            </div>
          ))}
        </div>
      </div>
    </Section>
  )
}
