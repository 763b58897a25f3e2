import type { Doubt, RecordRef } from './doubt.ts'

/** The records that the evidence of a doubt speaks of, each once. */
export const recordsOf = (evidence: Doubt['evidence']): readonly RecordRef[] => {
  const all = [
    ...('photo' in evidence ? [evidence.photo.record, evidence.earlier.record] : []),
    ...('from' in evidence ? [evidence.from.record, evidence.to.record] : []),
    ...('text' in evidence ? [evidence.text.record, evidence.earlier.record] : []),
    ...('spot' in evidence ? [evidence.spot.record] : []),
    ...('record' in evidence ? [evidence.record] : []),
  ]
  return [...new Map(all.map((record) => [record.id, record])).values()]
}
