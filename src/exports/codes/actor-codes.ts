// Codes of an actor in every scheme at once: CAMEO's of GDELT and its kin, PLOVER's, Correlates of War, FIPS.
import type { Registered } from '../selection/register.ts';
import { COUNTRIES } from './countries.ts';
import { ORGANIZATIONS } from './organizations.ts';
import { sectorOf } from './sectors.ts';

export interface ActorCodes {
  /** CAMEO's code with all its groups: `RUSGOVMIL`, `IGOWSTNAT`; empty where nothing is known of the actor. */
  readonly cameo: string;
  /** Its parts as GDELT has them: country or region, the group's own letters, up to three types. */
  readonly cameoCountry: string;
  readonly cameoGroup: string;
  readonly cameoTypes: readonly string[];
  /** PLOVER's: ISO 3166-1 alpha-3 (KOS for Kosovo), or IGO, UNO, EUR, NGO, IMG; empty where nothing is known. */
  readonly plover: string;
  readonly ploverSectors: readonly string[];
  /** Correlates of War number of its state. */
  readonly cow: number | null;
  /** FIPS 10-4 code of its state. */
  readonly fips: string | null;
}

/** PLOVER has its own codes for two organisations. */
const PLOVER_ORGANIZATIONS: Readonly<Record<string, string>> = { 'United Nations': 'UNO', 'European Union': 'EUR' };

/**
 * A person or body has the country of the state it belongs to and the sector of its offices or name; a state has no
 * sector, an organisation the code of CAMEO's tables.
 *
 * Example: Sergei Lavrov, Foreign Minister, of Russia -> `RUSGOV`
 */
export function actorCodes(actor: Registered): ActorCodes {
  const iso = actor.kind === 'state' ? actor.code : actor.owner?.kind === 'state' ? actor.owner.code : null;
  const country = iso === null ? undefined : COUNTRIES.get(iso);
  const organization = organizationOf(actor);
  const known = ORGANIZATIONS.get(organization ?? '');
  const sector =
    actor.kind === 'state' ? { cameo: [], plover: [] } : sectorOf([...actor.offices, actor.name, ...actor.between]);
  const roles = known && !country ? known.roles : sector.cameo;
  const cameoCountry = country?.cameo ?? iso ?? known?.region ?? '';
  const sort = country ? '' : (known?.sort ?? '');
  return {
    cameo: country || iso ? [cameoCountry, ...roles].join('') : (known?.code ?? roles.join('')),
    cameoCountry,
    cameoGroup: country ? '' : (known?.group ?? ''),
    cameoTypes: [sort, ...roles].filter(Boolean).slice(0, 3),
    plover: iso === 'XKX' ? 'KOS' : (iso ?? PLOVER_ORGANIZATIONS[organization ?? ''] ?? sortOf(known?.sort)),
    ploverSectors: sector.plover,
    cow: country?.cow ?? null,
    fips: country?.fips ?? null,
  };
}

/** Name of the international organisation that the actor is or belongs to. */
function organizationOf({ kind, name, owner }: Registered): string | null {
  if (kind === 'organization' && (ORGANIZATIONS.has(name) || !owner)) return name;
  return owner?.kind === 'organization' ? owner.name : null;
}

/** PLOVER knows no movements beside its NGOs. */
const sortOf = (sort = ''): string => (sort === 'NGM' ? 'NGO' : sort);
