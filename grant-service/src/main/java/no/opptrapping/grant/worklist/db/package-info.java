/** The worklist, read across the tables of all rooms. */
@NullMarked
package no.opptrapping.grant.worklist.db;

import org.jspecify.annotations.NullMarked;
