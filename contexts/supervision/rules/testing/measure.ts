/** How well a kind of doubt finds what was planted. */
export type Measured = {
  readonly kind: string
  readonly judged: number
  readonly planted: number
  readonly raised: number
  readonly hit: number
  readonly precision: number
  readonly recall: number
}

/** Compares what was raised with what was planted, both by their records. */
export const measured = (kind: string, judged: number, planted: ReadonlySet<string>, raised: ReadonlySet<string>): Measured => {
  const hit = [...raised].filter((id) => planted.has(id)).length
  return { kind, judged, planted: planted.size, raised: raised.size, hit, precision: hit / raised.size, recall: hit / planted.size }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** The table as `bench/doubts.md` keeps it. */
export const tableOf = (rows: readonly Measured[]): string =>
  [
    '| kind | judged | planted | raised | of them planted | precision | recall |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ kind, judged, planted, raised, hit, precision, recall }) =>
        `| ${kind} | ${judged} | ${planted} | ${raised} | ${hit} | ${percent(precision)} | ${percent(recall)} |`,
    ),
  ].join('\n')
