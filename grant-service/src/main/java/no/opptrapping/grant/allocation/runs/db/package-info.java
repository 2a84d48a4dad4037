/** Allocation runs in the database. */
@NullMarked
package no.opptrapping.grant.allocation.runs.db;

import org.jspecify.annotations.NullMarked;
