/** Allocation runs in the database. */
@NullMarked
package no.opptrapping.grant.allocation.db;

import org.jspecify.annotations.NullMarked;
