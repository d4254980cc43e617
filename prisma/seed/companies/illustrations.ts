/**
 * Drawings that stand in for photographs in the demo town: flat scenes of work without words or faces, composed as SVG.
 * The hue of a company runs through its scenes, so that two companies do not show the same picture.
 */
export type Scene = "lathe" | "meeting" | "desk" | "canteen" | "building" | "care";

const WIDTH = 960;
const HEIGHT = 640;

/** The SVG of a scene in the company's hue (0 to 360). */
export function drawScene(scene: Scene, hue: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${SCENES[scene](hue)}</svg>`;
}

const rect = (x: number, y: number, width: number, height: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
const circle = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}"/>`;
const shape = (path: string, fill: string) => `<path d="${path}" fill="${fill}"/>`;
const tone = (hue: number, saturation: number, lightness: number) =>
  `hsl(${hue},${saturation}%,${lightness}%)`;

const SKINS = ["#f1c9a5", "#e8b88f", "#f5d3b3"];
const HAIRS = ["#2f2723", "#4a382e", "#5b5654"];

/** Somebody from the waist up; the point is the middle of the shoulders' base. */
function person(
  x: number,
  y: number,
  look: { size?: number; shirt: string; kind: number; cap?: string; stands?: boolean },
) {
  const { size = 1, shirt, kind, cap, stands } = look;
  const hair = HAIRS[kind % HAIRS.length]!;
  const skin = SKINS[kind % SKINS.length]!;
  const hairShape =
    kind % 2 === 0
      ? shape("M-36-150a36 38 0 0 1 72 0v12q-10-24-36-24t-36 24z", hair)
      : shape("M-38-146a38 40 0 0 1 76 0v52h-14v-40q-24-8-48 0v40h-14z", hair);
  const body = [
    shape("M-78 40q-4-96 48-106h60q52 10 48 106z", shirt),
    stands ? rect(-78, 38, 156, 160, "#4b5560") : "",
    rect(-13, -90, 26, 34, skin, 12),
    circle(0, -128, 34, skin),
    hairShape,
    cap ? shape("M-38-140a38 36 0 0 1 76 0h22q4 10-8 10h-90z", cap) : "",
  ];
  return `<g transform="translate(${x} ${y}) scale(${size})">${body.join("")}</g>`;
}

/** A window with the hills of the north behind it. */
function view(x: number, y: number, width: number, height: number, hue: number) {
  const hills = `M${x} ${y + height * 0.7}l${width * 0.25}-${height * 0.3} ${width * 0.2} ${height * 0.18} ${width * 0.25}-${height * 0.26} ${width * 0.3} ${height * 0.34}V${y + height}H${x}z`;
  return [
    rect(x - 10, y - 10, width + 20, height + 20, "#ffffff", 6),
    rect(x, y, width, height, tone(205, 65, 86)),
    shape(hills, tone(140, 28, 52)),
    rect(x, y + height * 0.82, width, height * 0.18, tone(95, 38, 62)),
    rect(x + width / 2 - 5, y, 10, height, "#ffffff"),
    rect(x - 20, y + height + 8, width + 40, 16, tone(hue, 14, 70)),
  ].join("");
}

const room = (hue: number, floor = "#d8cfc2") =>
  rect(0, 0, WIDTH, HEIGHT, tone(hue, 22, 91)) + rect(0, 500, WIDTH, 140, floor);

const SCENES: Record<Scene, (hue: number) => string> = {
  lathe: (hue) =>
    [
      room(hue, "#b9bec4"),
      view(70, 70, 250, 150, hue),
      ...[430, 590, 750].map((x) => rect(x, 0, 12, 66, "#8d949b") + rect(x - 50, 60, 112, 16, "#fff6cf", 8)),
      // The machine: bed, headstock, chuck, workpiece, tailstock.
      rect(330, 400, 560, 150, tone(hue, 34, 40), 14),
      rect(330, 400, 560, 26, tone(hue, 34, 52), 10),
      rect(350, 240, 190, 170, tone(hue, 36, 48), 16),
      rect(374, 266, 84, 60, "#22313d", 8),
      rect(384, 276, 64, 10, "#7fd6b8", 4),
      rect(384, 294, 42, 10, "#f3c969", 4),
      circle(496, 356, 12, "#d9534f"),
      rect(540, 300, 38, 90, "#6f7983", 6),
      rect(578, 326, 150, 38, "#c9d1d8", 4),
      ...[600, 632, 664, 696].map((x) => rect(x, 326, 8, 38, "#aab4bd")),
      rect(728, 290, 110, 120, tone(hue, 36, 48), 12),
      rect(620, 372, 70, 40, "#7b858f", 6),
      person(190, 520, {
        size: 1.25,
        shirt: tone(hue, 30, 56),
        kind: 0,
        cap: tone(hue, 42, 36),
        stands: true,
      }),
      rect(238, 420, 120, 30, SKINS[0]!, 15),
      ...[430, 486, 542].map((x) => rect(x, 476, 40, 44, "#c9d1d8", 6)),
    ].join(""),
  meeting: (hue) =>
    [
      room(hue),
      view(350, 60, 270, 160, hue),
      rect(60, 70, 190, 130, "#ffffff", 8),
      shape("M84 170l40-50 34 24 48-54 24 20v60z", tone(hue, 44, 72)),
      person(230, 450, { size: 1.2, shirt: tone(hue, 40, 54), kind: 1 }),
      person(470, 420, { size: 1.1, shirt: "#f4efe6", kind: 2 }),
      person(720, 450, { size: 1.2, shirt: tone((hue + 40) % 360, 34, 60), kind: 0 }),
      shape("M70 470h820l50 90H20z", "#b98a5e"),
      rect(20, 558, 920, 20, "#9c7149"),
      shape("M330 500h120l14 40H312z", "#ffffff"),
      shape("M560 496h110l24 42H556z", "#ffffff"),
      rect(200, 486, 30, 36, tone(hue, 40, 78), 6),
      rect(760, 486, 30, 36, tone(hue, 40, 78), 6),
    ].join(""),
  desk: (hue) =>
    [
      room(hue),
      view(600, 60, 280, 170, hue),
      rect(80, 90, 320, 16, "#b98a5e", 4),
      ...[0, 1, 2, 3, 4].map((index) =>
        rect(
          100 + index * 40,
          40 + (index % 2) * 8,
          28,
          50 - (index % 2) * 8,
          tone(hue + index * 24, 40, 60),
        ),
      ),
      shape("M330 90q-24-50 0-70q24 20 0 70z", "#5f9467"),
      person(300, 440, { size: 1.25, shirt: tone(hue, 38, 52), kind: 2 }),
      person(640, 435, { size: 1.15, shirt: "#efe7da", kind: 1 }),
      rect(40, 470, 880, 26, "#b98a5e", 6),
      ...[90, 850].map((x) => rect(x, 496, 24, 144, "#9c7149")),
      rect(390, 320, 190, 120, "#25323d", 8),
      ...[0, 1, 2, 3, 4].map((row) =>
        rect(
          408 + (row % 3) * 14,
          338 + row * 19,
          70 + ((row * 37) % 60),
          8,
          tone(hue + row * 50, 55, 70),
          4,
        ),
      ),
      rect(474, 440, 22, 32, "#56626d"),
      rect(446, 464, 78, 8, "#56626d", 4),
      rect(770, 440, 28, 32, tone(hue, 40, 70), 6),
    ].join(""),
  canteen: (hue) =>
    [
      room(hue, "#e2d3bb"),
      view(90, 70, 220, 150, hue),
      view(390, 70, 220, 150, hue),
      view(690, 70, 200, 150, hue),
      person(200, 440, { size: 1.05, shirt: tone(hue, 36, 56), kind: 0 }),
      person(400, 440, { size: 1.05, shirt: tone(hue, 36, 56), kind: 1 }),
      person(620, 440, { size: 1.05, shirt: "#f4efe6", kind: 2 }),
      person(800, 440, { size: 1.05, shirt: tone(hue, 36, 56), kind: 0 }),
      rect(50, 460, 860, 60, "#c99d6d", 10),
      rect(50, 512, 860, 14, "#a97f54", 6),
      ...[150, 350, 570, 750].map(
        (x) =>
          rect(x, 470, 110, 34, tone(hue, 30, 42), 6) +
          circle(x + 28, 486, 13, "#ffffff") +
          circle(x + 28, 486, 8, "#f3efe4") +
          circle(x + 64, 488, 12, "#8c4a32") +
          rect(x + 82, 478, 22, 18, "#8fb574", 5),
      ),
    ].join(""),
  building: (hue) =>
    [
      rect(0, 0, WIDTH, HEIGHT, tone(205, 62, 84)),
      circle(780, 110, 46, "#fff3c9"),
      shape("M0 330l170-140 120 80 170-150 190 160 130-90 180 130v240H0z", tone(150, 22, 60)),
      shape("M0 400l240-90 200 60 240-80 280 100v160H0z", tone(130, 26, 50)),
      rect(0, 500, WIDTH, 140, tone(95, 34, 66)),
      shape("M0 600l960-60v100H0z", "#c9c4bb"),
      shape("M170 290l90-46v46l90-46v46l90-46v46l90-46v46h60v230H170z", tone(hue, 24, 76)),
      rect(170, 300, 420, 30, tone(hue, 42, 46)),
      ...[200, 290, 380, 470].map((x) => rect(x, 360, 60, 46, "#eaf4fb", 4)),
      rect(240, 440, 110, 80, "#6f7983", 4),
      rect(590, 360, 220, 160, "#f6f1e7"),
      rect(590, 350, 220, 16, tone(hue, 42, 46)),
      ...[612, 680, 748].map((x) => rect(x, 386, 44, 44, "#cfe6f4", 3)),
      rect(676, 450, 52, 70, "#7a5a3c", 3),
      ...[90, 130, 850, 900].map((x) => rect(x, 470, 10, 50, "#7a5a3c") + circle(x + 5, 450, 36, "#5f9467")),
    ].join(""),
  care: (hue) =>
    [
      room(hue, "#dcc9a8"),
      view(330, 60, 300, 170, hue),
      rect(70, 110, 150, 110, "#ffffff", 8),
      circle(120, 160, 22, tone(hue, 60, 74)),
      circle(160, 150, 16, tone(hue + 40, 60, 76)),
      circle(178, 180, 14, "#8fb574"),
      rect(590, 330, 230, 220, tone(hue, 30, 70), 26),
      person(700, 470, { size: 1.15, shirt: tone(hue + 30, 28, 66), kind: 5 }),
      rect(570, 440, 60, 120, tone(hue, 32, 58), 20),
      rect(780, 440, 60, 120, tone(hue, 32, 58), 20),
      person(380, 500, { size: 1.25, shirt: "#ffffff", kind: 1, stands: true }),
      rect(440, 450, 150, 28, SKINS[1]!, 14),
      rect(180, 470, 150, 16, "#b98a5e", 6),
      rect(244, 486, 20, 100, "#9c7149"),
      rect(220, 436, 30, 34, tone(hue, 45, 72), 6),
      shape("M280 470q-18-44 0-62q18 18 0 62z", "#5f9467"),
    ].join(""),
};
