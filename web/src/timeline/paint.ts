// Paints a drawing on a canvas: thousands of shapes in a few milliseconds, so that panning never stutters.
import { type Drawing, hatchesOf, type Palette, type Shape } from './drawing.ts';

export function paint(context: CanvasRenderingContext2D, drawing: Drawing, palette: Palette, font: string): void {
  context.clearRect(0, 0, drawing.width, drawing.height);
  for (const shape of drawing.shapes) paintShape(context, shape, palette);
  for (const { x, y, text, strong } of drawing.labels) {
    context.font = `${strong ? 600 : 400} 12px ${font}`;
    // Words stand on paper, not on what is drawn behind them.
    context.lineWidth = 4;
    context.lineJoin = 'round';
    context.strokeStyle = palette.leaf;
    context.strokeText(text, x, y);
    context.fillStyle = strong ? palette.ink : palette.faint;
    context.fillText(text, x, y);
  }
}

function paintShape(context: CanvasRenderingContext2D, shape: Shape, palette: Palette): void {
  const [x, y, width, height] = shape.box;
  context.beginPath();
  if (shape.round) context.roundRect(x, y, width, height, shape.round);
  else context.rect(x, y, width, height);
  if (shape.fill) {
    context.fillStyle = palette[shape.fill];
    context.fill();
  }
  if (!shape.stroke) return;
  context.strokeStyle = palette[shape.stroke];
  context.lineWidth = 1.3;
  context.setLineDash(shape.dashed ? [2.5, 2] : []);
  context.stroke();
  context.setLineDash([]);
  if (shape.hatched) {
    context.save();
    context.clip();
    context.beginPath();
    for (const [from, to] of hatchesOf(shape.box)) {
      context.moveTo(...from);
      context.lineTo(...to);
    }
    context.stroke();
    context.restore();
  }
  if (shape.struck) {
    context.strokeStyle = palette.ink;
    context.beginPath();
    context.moveTo(x - 2, y + height + 1);
    context.lineTo(x + Math.min(width, 12) + 2, y - 1);
    context.stroke();
  }
}
