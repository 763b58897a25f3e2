/** The staff gauge at the water's edge: the motif of the product, in hairlines. */
export const StillWater = () => (
  <svg className="shell-water" viewBox="0 0 640 320" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" focusable="false">
    {Array.from({ length: 20 }, (_, index) => (
      <path
        key={index}
        d={`M${index % 2 === 0 ? 556 : 568} ${20 + index * 14}H580`}
        className={index > 11 ? 'shell-water-under' : 'shell-water-staff'}
      />
    ))}
    <path d="M580 8V306" className="shell-water-post" />
    {[0, 1, 2, 3, 4, 5].map((line) => {
      const y = 196 + line * 20
      const swell = Math.max(0, 10 - line * 2)
      return (
        <path
          key={line}
          d={`M0 ${y}C110 ${y - swell} 170 ${y + swell} 290 ${y}S470 ${y - swell / 2} 640 ${y}`}
          className={line === 0 ? 'shell-water-edge' : 'shell-water-line'}
        />
      )
    })}
  </svg>
)
