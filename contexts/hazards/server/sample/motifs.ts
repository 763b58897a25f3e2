import type { Canvas, Colour } from './canvas.ts'

const wall: readonly Colour[] = [
  [176, 180, 178],
  [196, 190, 178],
  [158, 170, 176],
  [188, 196, 190],
]
const floor: Colour = [122, 118, 110]
const steel: Colour = [142, 150, 156]
const dark: Colour = [58, 62, 66]
const rust: Colour = [128, 74, 44]
const red: Colour = [178, 44, 36]
const paper: Colour = [236, 234, 226]
const yellow: Colour = [214, 172, 52]
const green: Colour = [64, 132, 84]
const blue: Colour = [62, 96, 142]
const wood: Colour = [150, 116, 78]
const water: Colour = [92, 112, 116]

const room = (canvas: Canvas): void => {
  canvas.rect(-200, -200, 1040, 560, canvas.chance.pick(wall))
  canvas.rect(-200, 360, 1040, 320, floor)
  canvas.line(-200, 360, 840, 360, 4, [96, 94, 90])
}

const pipe = (canvas: Canvas, y: number, colour: Colour): void => {
  canvas.rect(-200, y - 28, 1040, 56, colour)
  canvas.rect(-200, y - 22, 1040, 8, [204, 210, 212])
}

const spots = (canvas: Canvas, x: number, y: number, spread: number, colour: Colour, count: number): void => {
  for (let spot = 0; spot < count; spot += 1)
    canvas.disc(
      x + canvas.chance.integer(-spread, spread),
      y + canvas.chance.integer(-spread, spread),
      canvas.chance.integer(3, 11),
      colour,
    )
}

/** What can be seen on a picture of a check: each as it was found, and as it is once put right. */
export const motifs = {
  valve: (canvas: Canvas, wrong: boolean): void => {
    room(canvas)
    pipe(canvas, 250, steel)
    canvas.rect(270, 196, 100, 108, blue)
    canvas.line(320, 200, 320, 120, 14, dark)
    canvas.disc(320, 112, 62, red)
    canvas.disc(320, 112, 46, [186, 190, 186])
    canvas.line(258, 112, 382, 112, 10, red)
    canvas.line(320, 50, 320, 174, 10, red)
    if (!wrong) return
    spots(canvas, 320, 296, 40, rust, 26)
    canvas.line(300, 304, 296, 380, 7, water)
    canvas.disc(300, 392, 46, water)
  },
  gauge: (canvas: Canvas, wrong: boolean): void => {
    room(canvas)
    pipe(canvas, 400, steel)
    canvas.rect(306, 300, 28, 90, dark)
    canvas.disc(320, 200, 130, dark)
    canvas.disc(320, 200, 116, paper)
    for (let mark = 0; mark <= 10; mark += 1) {
      const turn = ((mark * 27 - 225) * Math.PI) / 180
      canvas.line(
        320 + Math.cos(turn) * 92,
        200 + Math.sin(turn) * 92,
        320 + Math.cos(turn) * 108,
        200 + Math.sin(turn) * 108,
        5,
        mark > 7 ? red : dark,
      )
    }
    const needle = (((wrong ? 9.2 : 5) * 27 - 225) * Math.PI) / 180
    canvas.line(320, 200, 320 + Math.cos(needle) * 84, 200 + Math.sin(needle) * 84, 7, wrong ? red : dark)
    canvas.disc(320, 200, 12, dark)
    if (wrong) spots(canvas, 380, 110, 30, rust, 12)
    else canvas.rect(250, 340, 56, 34, green)
  },
  tank: (canvas: Canvas, wrong: boolean): void => {
    canvas.rect(-200, -200, 1040, 560, [170, 192, 208])
    canvas.rect(-200, 340, 1040, 340, [132, 130, 120])
    canvas.rect(180, 110, 280, 250, [206, 208, 204])
    canvas.disc(320, 110, 60, [206, 208, 204])
    canvas.line(430, 110, 430, 360, 6, steel)
    canvas.line(450, 110, 450, 360, 6, steel)
    for (let rung = 130; rung < 360; rung += 22) canvas.line(430, rung, 450, rung, 4, steel)
    canvas.rect(60, 350, 520, 44, [150, 146, 138])
    if (!wrong) return
    canvas.rect(250, 350, 74, 44, [84, 80, 72])
    spots(canvas, 286, 382, 30, rust, 14)
    canvas.line(250, 210, 246, 352, 9, rust)
  },
  extinguisher: (canvas: Canvas, wrong: boolean): void => {
    room(canvas)
    canvas.rect(180, 90, 280, 44, paper)
    canvas.rect(196, 102, 248, 20, red)
    const stands = wrong
      ? [[250, 250]]
      : [
          [230, 220],
          [330, 220],
        ]
    for (const [x = 0, y = 0] of stands) {
      canvas.rect(x, y, 74, 160, red)
      canvas.disc(x + 37, y, 37, red)
      canvas.rect(x + 26, y - 60, 22, 34, dark)
      canvas.rect(x + 12, y + 50, 50, 50, paper)
    }
    if (!wrong) return
    canvas.rect(340, 210, 190, 190, wood)
    canvas.line(340, 305, 530, 305, 5, [118, 90, 60])
    canvas.rect(70, 270, 150, 130, [172, 136, 94])
  },
  panel: (canvas: Canvas, wrong: boolean): void => {
    room(canvas)
    canvas.rect(210, 60, 220, 310, [168, 172, 170])
    canvas.rect(224, 74, 192, 282, wrong ? dark : [190, 194, 190])
    if (wrong) {
      for (let row = 0; row < 4; row += 1) canvas.rect(244, 100 + row * 60, 152, 34, [206, 206, 200])
      for (let wire = 0; wire < 7; wire += 1)
        canvas.line(250 + wire * 22, 130, 190 + canvas.chance.integer(0, 260), 420, 6, canvas.chance.pick([red, blue, yellow, dark]))
      return
    }
    canvas.rect(380, 190, 14, 60, dark)
    canvas.rect(260, 110, 90, 60, yellow)
    canvas.line(305, 118, 290, 146, 6, dark)
    canvas.line(290, 146, 318, 140, 6, dark)
    canvas.line(318, 140, 302, 164, 6, dark)
  },
  detector: (canvas: Canvas, wrong: boolean): void => {
    room(canvas)
    pipe(canvas, 90, yellow)
    canvas.line(320, 100, 320, 200, 12, steel)
    canvas.rect(260, 190, 120, 90, blue)
    canvas.disc(320, 310, 40, dark)
    canvas.rect(284, 208, 72, 36, wrong ? dark : [176, 206, 178])
    if (!wrong) return
    canvas.rect(268, 268, 106, 96, [206, 214, 220])
    canvas.line(262, 274, 378, 274, 8, [180, 190, 198])
  },
  exit: (canvas: Canvas, wrong: boolean): void => {
    room(canvas)
    canvas.rect(220, 100, 200, 270, [198, 200, 196])
    canvas.line(320, 104, 320, 370, 5, dark)
    canvas.rect(250, 52, 140, 36, green)
    canvas.rect(238, 220, 70, 10, dark)
    canvas.rect(332, 220, 70, 10, dark)
    if (!wrong) return
    for (const [x = 0, y = 0, size = 0] of [
      [190, 260, 120],
      [300, 290, 100],
      [380, 250, 130],
      [230, 180, 84],
    ]) {
      canvas.rect(x, y, size, size, wood)
      canvas.line(x, y + size / 2, x + size, y + size / 2, 6, [196, 172, 120])
    }
  },
  cylinders: (canvas: Canvas, wrong: boolean): void => {
    room(canvas)
    for (let bottle = 0; bottle < 5; bottle += 1) {
      const x = 130 + bottle * 82 + (wrong ? canvas.chance.integer(-22, 22) : 0)
      const colour = wrong ? canvas.chance.pick([blue, green, yellow]) : blue
      canvas.rect(x, 160, 58, 230, colour)
      canvas.disc(x + 29, 162, 29, colour)
      if (!wrong || bottle % 2 === 0) canvas.rect(x + 20, 112, 18, 30, dark)
    }
    if (!wrong) canvas.line(110, 250, 540, 250, 8, steel)
  },
  drain: (canvas: Canvas, wrong: boolean): void => {
    canvas.rect(-200, -200, 1040, 880, [138, 146, 128])
    canvas.rect(-200, 190, 1040, 130, [112, 112, 106])
    for (let bar = 0; bar < 14; bar += 1) canvas.rect(60 + bar * 40, 200, 18, 110, wrong ? [88, 84, 70] : dark)
    if (!wrong) return
    canvas.rect(-200, 250, 1040, 180, water)
    spots(canvas, 320, 250, 170, [96, 88, 56], 46)
  },
  scaffold: (canvas: Canvas, wrong: boolean): void => {
    canvas.rect(-200, -200, 1040, 620, [184, 200, 212])
    canvas.rect(-200, 400, 1040, 280, [154, 140, 116])
    canvas.rect(110, 80, 420, 330, [196, 186, 168])
    for (let post = 0; post < 6; post += 1) canvas.line(120 + post * 80, 50, 120 + post * 80, 410, 8, steel)
    for (let level = 0; level < 4; level += 1) {
      canvas.line(110, 110 + level * 86, 530, 110 + level * 86, 7, steel)
      if (!wrong || level % 2 === 0) canvas.rect(120, 116 + level * 86, 400, 10, wood)
      if (!wrong) canvas.rect(116, 66 + level * 86, 408, 30, [72, 128, 96])
    }
  },
  board: (canvas: Canvas): void => {
    room(canvas)
    canvas.rect(150, 80, 340, 250, [176, 140, 96])
    canvas.rect(166, 96, 308, 218, paper)
    canvas.rect(220, 112, 200, 18, red)
    for (let row = 0; row < 8; row += 1) canvas.rect(190, 148 + row * 19, 260 - canvas.chance.integer(0, 90), 7, [120, 120, 116])
  },
  document: (canvas: Canvas): void => {
    canvas.rect(-200, -200, 1040, 880, wood)
    canvas.rect(150, 20, 340, 450, paper)
    canvas.rect(210, 50, 220, 16, dark)
    for (let row = 0; row < 14; row += 1) canvas.rect(186, 92 + row * 22, 270 - canvas.chance.integer(0, 110), 6, [132, 132, 128])
    canvas.disc(400, 400, 38, red)
    canvas.disc(400, 400, 31, paper)
    canvas.line(384, 400, 416, 400, 6, red)
  },
} satisfies { readonly [name: string]: (canvas: Canvas, wrong: boolean) => void }

export type Motif = keyof typeof motifs
