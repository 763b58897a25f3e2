/** The faces of the rarer characters come one by one as they are shown; without network they could not. */
const family = '16px "Noto Sans SC Variable"'

/**
 * Fetches the faces that a text needs while there is network, so that the worker has them when there is none. The text is
 * whatever the phone took along.
 */
export const takeFaces = async (text: string): Promise<void> => {
  const characters = [...new Set(text)].filter((character) => character > '\u2e7f').join('')
  if (characters !== '') await document.fonts.load(family, characters)
}
