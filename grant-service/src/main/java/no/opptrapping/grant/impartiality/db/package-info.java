/** Disqualifications in the database. */
@NullMarked
package no.opptrapping.grant.impartiality.db;

import org.jspecify.annotations.NullMarked;
