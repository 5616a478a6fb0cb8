// A figure as a file: SVG as drawn, or PNG at twice its size for print.
import { useState } from 'react';

interface Props {
  /** Name of the file without its ending. */
  readonly name: string;
  /** Makes a complete SVG document. */
  readonly svg: () => string;
}

export function SaveFigure({ name, svg }: Props) {
  const [fault, setFault] = useState('');
  const save = async (kind: 'svg' | 'png') => {
    try {
      setFault('');
      const text = svg();
      download(kind === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pngOf(text), `${name}.${kind}`);
    } catch (error) {
      setFault(`The figure could not be saved: ${error instanceof Error ? error.message : error}`);
    }
  };
  return (
    <span className="save-figure">
      Figure as{' '}
      <button type="button" className="button-quiet" onClick={() => void save('svg')}>
        SVG
      </button>{' '}
      <button type="button" className="button-quiet" onClick={() => void save('png')}>
        PNG
      </button>
      {fault && <span role="alert"> {fault}</span>}
    </span>
  );
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  // A data address, since the page's policy allows those for images and a blob's origin would taint the canvas.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('the browser made no image'))), 'image/png');
  });
}
