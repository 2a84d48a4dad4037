/** Carry-overs in the database. */
@NullMarked
package no.opptrapping.grant.carryover.db;

import org.jspecify.annotations.NullMarked;
