/** The overview's sums, read across the tables of other rooms. */
@NullMarked
package no.opptrapping.grant.overview.db;

import org.jspecify.annotations.NullMarked;
