// How the id of an item looks, by which a command knows one from a name or a text.
const ITEM_ID = /^[vsmdoap][0-9a-f]{16}$/;

/** Whether it is an id as `--json` and `--ids` give them, of whichever record. */
export const isItemId = (typed: string): boolean => ITEM_ID.test(typed);
