// Names an item in what a command of the review says.
import type { AnyView } from '../../record/views.ts';
import { itemCells } from '../show/item-cells.ts';

export const nameOf = (item: AnyView): string =>
  `${item.id} (${itemCells(item).slice(0, 3).filter(Boolean).join(', ')})`;
