/** Editions, read across the tables of runs. */
@NullMarked
package no.opptrapping.grant.allocation.editions.db;

import org.jspecify.annotations.NullMarked;
