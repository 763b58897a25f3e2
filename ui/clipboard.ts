import { tell } from './Toast.tsx'

/** Puts a text on the clipboard and says so, or that the browser does not let it. */
export const copyText = async (text: string, done: string, refused: string): Promise<void> => {
  // Absent where the page does not come over HTTPS.
  const clipboard: Clipboard | undefined = navigator.clipboard
  try {
    if (clipboard === undefined) throw new DOMException('no clipboard', 'NotAllowedError')
    await clipboard.writeText(text)
    tell({ text: done })
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem
    tell({ text: refused })
  }
}
