// The files that a Word document is made of besides its text: what lies in it, how it looks, what it is called.
import type { PaperHead } from './paper.ts'

const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const typed = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** By name, in the order in which they are packed. `body`: the text, and the section that ends it. */
export function wordParts(head: PaperHead, body: string): Readonly<Record<string, string>> {
  return {
    '[Content_Types].xml': `${declared}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
      + `<Override PartName="/word/document.xml" ContentType="${typed}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${typed}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${typed}.numbering+xml"/>`
      + '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
    '_rels/.rels': `${declared}<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/>`
      + `<Relationship Id="r2" Type="${packaged}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${declared}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`
      + `<dc:title>${plain(head.title)}</dc:title><dc:language>${head.lang}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${head.at.toISOString()}</dcterms:created></cp:coreProperties>`,
    'word/_rels/document.xml.rels': `${declared}<Relationships xmlns="${packaged}/relationships"><Relationship Id="s1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="s2" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/styles.xml': stylesIn(head.lang),
    'word/numbering.xml': `${declared}<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>`
      + '<w:pPr><w:ind w:left="360" w:hanging="260"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    'word/document.xml': `${declared}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  }
}
const plain = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Half points. */
const style = (id: string, name: string, look: string, paper: string, type = 'paragraph'): string =>
  `<w:style w:type="${type}" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paper}</w:pPr><w:rPr>${look}</w:rPr></w:style>`
const size = (half: number, more = ''): string => `${more}<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`
const space = (before: number, after: number): string => `<w:spacing w:before="${before}" w:after="${after}"/>`

function stylesIn(lang: 'da' | 'en'): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(it => `<w:${it} w:val="single" w:sz="4" w:space="0" w:color="6B6B6B"/>`).join('')
  return `${declared}<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:lang w:val="${lang === 'da' ? 'da-DK' : 'en-GB'}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style('Normal', 'Normal', size(20), space(0, 80)),
    style('Title', 'Title', size(38, '<w:b/>'), space(0, 120)),
    style('Heading1', 'heading 1', size(26, '<w:b/>'), `<w:keepNext/>${space(240, 80)}<w:outlineLvl w:val="0"/>`),
    style('Heading2', 'heading 2', size(22, '<w:b/>'), `<w:keepNext/>${space(160, 40)}<w:outlineLvl w:val="1"/>`),
    style('Heading3', 'heading 3', size(20, '<w:b/>'), `<w:keepNext/>${space(160, 20)}<w:outlineLvl w:val="2"/>`),
    style('Small', 'Small', size(17, '<w:color w:val="555555"/>'), space(0, 60)),
    style('Boxes', 'Boxes', size(20), space(60, 80)),
    style('Line', 'Line', size(18), `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="8A8A8A"/><w:between w:val="single" w:sz="4" w:space="1" w:color="8A8A8A"/></w:pBdr>${space(240, 0)}`),
    style('ListBullet', 'List Bullet', size(20), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${space(0, 40)}`),
    style('Cell', 'Cell', size(17), space(20, 20)),
    style('CellHead', 'Cell Head', size(17, '<w:b/>'), space(20, 20)),
  ].join('')}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${edges}</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
}
