const browsers: readonly (readonly [RegExp, string])[] = [
  // The order tells: Edge names itself Chrome too, and Chrome names itself Safari.
  [/MicroMessenger\/(\d+)/, '微信 WeChat'],
  [/Edg\/(\d+)/, 'Edge'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari/, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser by the name it gives itself: `Chrome 141 · Windows`; the text as it is where nothing in it is known. */
export const deviceText = (userAgent: string): string => {
  const browser = browsers.map(([pattern, name]) => ({ name, found: pattern.exec(userAgent) })).find(({ found }) => found !== null)
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1]
  const parts = [browser && `${browser.name} ${browser.found?.[1] ?? ''}`, system].filter((part) => part !== undefined)
  return parts.length === 0 ? userAgent : parts.join(' · ')
}
