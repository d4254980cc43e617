import zlib from "node:zlib";

/** A cell of a workbook: a text, or the XML of its element without the address (`t="n" s="1"`, `<v>1</v>`). */
export type WorkbookCell = string | { attributes?: string; content: string };

/** A small .xlsx file with one sheet, as a spreadsheet writes it. `formats` are number formats; style n uses format n − 1. */
export function workbook(
  rows: readonly (readonly WorkbookCell[])[],
  formats: readonly string[] = [],
): Buffer {
  const cells = rows
    .map((row, rowIndex) => {
      const xml = row.map((cell, column) => cellXml(cell, `${letters(column)}${rowIndex + 1}`)).join("");
      return `<row r="${rowIndex + 1}">${xml}</row>`;
    })
    .join("");
  return workbookOf(`<sheetData>${cells}</sheetData>`, formats);
}

/** A workbook around the XML of its one sheet. */
export function workbookOf(sheetXml: string, formats: readonly string[] = []): Buffer {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
  const styles = formats
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`)
    .join("");
  const xfs = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`).join("");
  return zip({
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${styles}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}">${sheetXml}</worksheet>`,
  });
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
}

function cellXml(cell: WorkbookCell, address: string): string {
  if (typeof cell !== "string") return `<c r="${address}" ${cell.attributes ?? ""}>${cell.content}</c>`;
  const text = cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A ZIP archive of text files; `claims` lets an entry lie about the size that it unpacks to. */
export function zip(files: Record<string, string>, claims: Record<string, number> = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = zlib.deflateRawSync(content);
    const size = claims[name] ?? content.length;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(zlib.crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    locals.push(Buffer.from("PK\u0003\u0004"), facts, Buffer.from(name), packed);
    const version = Buffer.from([20, 0]);
    // The directory repeats the facts and adds comment, disk, attributes and place.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), version, facts, tail, Buffer.from(name));
    offset += 4 + facts.length + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, Buffer.from("PK\u0005\u0006"), end]);
}
