/**
 * The shortest ring in each knot of files that import one another: Tarjan finds the knots (strongly connected
 * components) in one pass over the edges, and within a knot a breadth-first walk from its first file, by name,
 * finds the way back to it. A file that imports itself is a ring of one.
 *
 * @param edges from each file to the files it names; a target that is no key has no edges of its own.
 * @returns rings as `[a, b, c]`, meaning a → b → c → a, sorted by their first file.
 */
export function ringsOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  return knotsOf(edges)
    .map((knot) => shortestRing(knot, edges))
    .filter((ring) => ring !== null)
    .toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

type Visit = { readonly file: string; next: number }

function knotsOf(edges: ReadonlyMap<string, readonly string[]>): Set<string>[] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const knots: Set<string>[] = []
  const lower = (file: string, to: number): void => {
    low.set(file, Math.min(low.get(file) ?? to, to))
  }
  // A stack of our own: a chain of imports may be longer than the call stack is deep.
  for (const start of edges.keys()) {
    if (index.has(start)) continue
    const path: Visit[] = []
    const enter = (file: string): void => {
      const number = index.size
      index.set(file, number)
      low.set(file, number)
      open.push(file)
      isOpen.add(file)
      path.push({ file, next: 0 })
    }
    enter(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = edges.get(top.file)?.[top.next++]
      if (to !== undefined) {
        if (!index.has(to)) enter(to)
        else if (isOpen.has(to)) lower(top.file, index.get(to) ?? 0)
        continue
      }
      path.pop()
      const { file } = top
      const above = path.at(-1)
      if (above !== undefined) lower(above.file, low.get(file) ?? 0)
      if (low.get(file) === index.get(file)) {
        const knot = new Set(open.splice(open.lastIndexOf(file)))
        for (const each of knot) isOpen.delete(each)
        knots.push(knot)
      }
    }
  }
  return knots
}

function shortestRing(knot: ReadonlySet<string>, edges: ReadonlyMap<string, readonly string[]>): string[] | null {
  const [start] = [...knot].toSorted()
  if (start === undefined) return null
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    for (const to of edges.get(file) ?? []) {
      if (to === start) {
        const ring = [file]
        for (let at = file; at !== start;) {
          at = cameFrom.get(at) ?? start
          ring.unshift(at)
        }
        return ring
      }
      if (knot.has(to) && !cameFrom.has(to)) {
        cameFrom.set(to, file)
        queue.push(to)
      }
    }
  }
  return null
}
