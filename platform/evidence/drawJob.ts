/** The job that draws the copies of a photo; its payload is `{ contentHash }`. */
export const drawJob = 'evidence.drawCopies'
