// Names of the record's things as IRIs: made from their ids, hence the same in every export.

/** Ids come from file names and may hold anything. */
export const documentIri = (id: string): string => `urn:rapporteur:document:${encodeURIComponent(id)}`;
export const entityIri = (id: string): string => `urn:rapporteur:entity:${encodeURIComponent(id)}`;
export const itemIri = (kind: string, id: string): string => `urn:rapporteur:${kind}:${encodeURIComponent(id)}`;
