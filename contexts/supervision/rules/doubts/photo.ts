import type { DoubtOf, PhotoRef } from './doubt.ts'

/** Records that one going to a unit made: a visit with the hazards found on it. Within them one photo may show two things. */
export type Outing = (recordId: string) => string

/**
 * A photo that stood behind another record before: the very file, or the same picture. The same record and the same outing
 * are no doubt.
 * @param agreementPercent 100 and `exact` for the very file
 */
export const photoDoubt = (
  photo: PhotoRef,
  earlier: PhotoRef,
  outing: Outing,
  { exact, agreementPercent, limitPercent }: { readonly exact: boolean; readonly agreementPercent: number; readonly limitPercent: number },
): DoubtOf<'photoExact'> | DoubtOf<'photoNear'> | null => {
  if (photo.record.id === earlier.record.id || outing(photo.record.id) === outing(earlier.record.id)) return null
  const common = {
    record: photo.record,
    people: [...new Set([photo.personId, earlier.personId])].filter((personId) => personId !== null),
  }
  const key = `${photo.evidenceId}/${earlier.record.id}`
  if (exact) return { ...common, kind: 'photoExact', key: `photoExact/${key}`, evidence: { photo, earlier } }
  return agreementPercent < limitPercent
    ? null
    : { ...common, kind: 'photoNear', key: `photoNear/${key}`, evidence: { photo, earlier, agreementPercent, limitPercent } }
}
