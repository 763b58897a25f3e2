// The package brings no types, and those written for it drag the browser's into the server; these are the parts that are
// used here.
declare module 'pdfmake' {
  type Margin = readonly [left: number, top: number, right: number, bottom: number]

  type Style = {
    readonly font?: string
    readonly fontSize?: number
    readonly lineHeight?: number
    readonly bold?: boolean
    readonly color?: string
    readonly alignment?: 'left' | 'right' | 'center'
    readonly noWrap?: boolean
    readonly leadingIndent?: number
    readonly margin?: Margin
  }

  type Around = Style & { readonly unbreakable?: boolean; readonly width?: number | '*' | 'auto' }

  type Rule = {
    readonly type: 'line'
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
    readonly lineWidth: number
  }

  export type TableLayout = {
    readonly hLineWidth?: (row: number) => number
    readonly vLineWidth?: (column: number) => number
    readonly paddingLeft?: () => number
    readonly paddingRight?: () => number
    readonly paddingTop?: () => number
    readonly paddingBottom?: () => number
  }

  type Table = {
    readonly widths: readonly (number | '*' | 'auto')[]
    readonly heights?: readonly number[]
    readonly headerRows?: number
    readonly dontBreakRows?: boolean
    readonly body: readonly (readonly Content[])[]
  }

  /** Lengths in points. */
  export type Content =
    | string
    | (Around & { readonly text: string | readonly { readonly text: string; readonly link?: string }[] })
    | (Around & { readonly stack: readonly Content[] })
    | (Around & { readonly columns: readonly Content[]; readonly columnGap?: number })
    | (Around & { readonly canvas: readonly Rule[] })
    | (Around & { readonly svg: string })
    /** A data URL, or the path of a file that the policy lets through. */
    | (Around & { readonly image: string; readonly fit?: readonly [width: number, height: number] })
    | (Around & { readonly table: Table; readonly layout?: TableLayout })

  export type DocumentDefinition = {
    readonly pageSize?: 'A4'
    readonly pageMargins?: Margin
    readonly version?: '1.7'
    readonly language?: string
    readonly displayTitle?: boolean
    readonly info?: {
      readonly title: string
      readonly author: string
      readonly creator: string
      readonly producer: string
      readonly creationDate: Date
    }
    readonly defaultStyle: Style
    readonly header?: Content
    readonly footer?: (page: number, pages: number) => Content
    readonly content: readonly Content[]
  }

  const pdfmake: {
    /** By family, the path of each cut. */
    setFonts(fonts: { readonly [family: string]: { readonly normal: string; readonly bold: string } }): void
    setUrlAccessPolicy(allows: (url: string) => boolean): void
    setLocalAccessPolicy(allows: (path: string) => boolean): void
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> }
  }
  export default pdfmake
}
