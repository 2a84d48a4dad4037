/** Offers of reserve lists in PostgreSQL. */
@NullMarked
package no.opptrapping.grant.allocation.reserve.db;

import org.jspecify.annotations.NullMarked;
