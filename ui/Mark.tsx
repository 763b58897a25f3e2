import './Mark.css'

/** The mark: a loop, a wave settling inside it. */
export const Mark = ({ size = 24 }: { size?: number }) => (
  <svg className="al-mark" width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true" focusable="false">
    <path d="M2.6 10.4a9.6 9.6 0 0 1 18.5-1.7M21.6 11.8a9.6 9.6 0 0 1-18.6 3.4" stroke="var(--ink)" strokeWidth="2" />
    <path d="M4.4 11.6c2.3-3 4.4-3 6.4-.7s3.8 2 5.6.4 3.3-1.4 5-.6" stroke="var(--accent)" strokeWidth="2" />
    <path d="M6.7 15.5h10.6" stroke="var(--ink)" strokeWidth="2" />
  </svg>
)

/** The mark with the name of the product beside it. */
export const Wordmark = ({ size = 24 }: { size?: number }) => (
  <span className="al-wordmark">
    <Mark size={size} />
    <span className="al-wordmark-zh" lang="zh-CN">
      安澜
    </span>
    <span className="al-wordmark-en" lang="en">
      ANLAN
    </span>
  </span>
)
