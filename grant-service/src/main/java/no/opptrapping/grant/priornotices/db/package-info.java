/** Prior notices in the database. */
@NullMarked
package no.opptrapping.grant.priornotices.db;

import org.jspecify.annotations.NullMarked;
