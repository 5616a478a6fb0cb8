// The same drawing as an SVG document that stands alone.
import { type Drawing, hatchesOf, type Palette, type Shape } from './drawing.ts';

export function svgOf({ width, height, shapes, labels }: Drawing, palette: Palette): string {
  // Words stand on paper, not on what is drawn behind them.
  const paper = ` paint-order="stroke" stroke="${palette.leaf}" stroke-width="4" stroke-linejoin="round"`;
  const words = labels.map(
    ({ x, y, text, strong }) =>
      `<text x="${round(x)}" y="${y}" fill="${strong ? palette.ink : palette.faint}" font-weight="${strong ? 600 : 400}"${paper}>${escaped(text)}</text>`,
  );
  const drawn = shapes.map((shape, at) => svgShape(shape, at, palette));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="${palette.leaf}"/>`,
    ...drawn,
    ...words,
    '</svg>',
  ].join('\n');
}

function svgShape(shape: Shape, at: number, palette: Palette): string {
  const [x, y, width, height] = shape.box.map(round) as [number, number, number, number];
  const place = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${shape.round ?? 0}"`;
  const stroke = shape.stroke ? ` stroke="${palette[shape.stroke]}" stroke-width="1.3"` : '';
  const parts = [
    `${place} fill="${shape.fill ? palette[shape.fill] : 'none'}"${stroke}${shape.dashed ? ' stroke-dasharray="2.5 2"' : ''}/>`,
  ];
  if (shape.hatched) {
    const lines = hatchesOf([x, y, width, height]).map(
      ([from, to]) => `M${from.map(round).join(' ')}L${to.map(round).join(' ')}`,
    );
    parts.push(
      `<clipPath id="c${at}">${place}/></clipPath><path clip-path="url(#c${at})"${stroke} d="${lines.join('')}"/>`,
    );
  }
  if (shape.struck) {
    parts.push(
      `<path stroke="${palette.ink}" d="M${x - 2} ${y + height + 1}L${x + Math.min(width, 12) + 2} ${y - 1}"/>`,
    );
  }
  return parts.join('');
}

const round = (number: number): number => Math.round(number * 10) / 10;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' };
const escaped = (text: string): string => text.replace(/[&<]/g, (sign) => SIGNS[sign] ?? sign);
