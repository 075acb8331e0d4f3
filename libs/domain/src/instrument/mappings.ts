import type { Mapping } from './mapping-schema';
import mappings from './shipped/mappings.json' with { type: 'json' };

/**
 * What comes with the product about reading one revision of KommunKompassen on another.
 * Source: the list of changes from 2010 to 2016 and the point tables of both (domain facts, sections 1.1 and 1.2). Which
 * of them make a question `near` or `part` is our reading: areas 3, 5 and 7 are never `same`, because the owner names
 * them as the ones with larger changes. Of the original version no question is public, so nothing is comparable there.
 * An owner may ship other mappings with an instrument of its own.
 */
// JSON widens the kinds to `string`; mapping.spec.ts parses the file with mappingSchema.
export const shippedMappings = mappings as unknown as readonly Mapping[];
