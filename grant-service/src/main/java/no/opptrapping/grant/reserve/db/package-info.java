/** Offers of reserve lists in PostgreSQL. */
@NullMarked
package no.opptrapping.grant.reserve.db;

import org.jspecify.annotations.NullMarked;
