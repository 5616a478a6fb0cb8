// Files, dropped on the field or chosen.
import { useState } from 'react';

export function DropField({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files?.length) onFiles([...files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the field within is for everybody
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(drag) => {
        drag.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        drop.preventDefault();
        setOver(false);
        take(drop.dataTransfer.files);
      }}
    >
      <label htmlFor="files">
        <strong>Drop files here</strong>, or choose them
      </label>
      <input
        id="files"
        type="file"
        multiple
        onChange={(choice) => {
          take(choice.target.files);
          // The same file can be chosen again.
          choice.target.value = '';
        }}
      />
    </div>
  );
}
