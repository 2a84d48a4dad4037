/** Dispensations and outages in the database. */
@NullMarked
package no.opptrapping.grant.dispensations.db;

import org.jspecify.annotations.NullMarked;
