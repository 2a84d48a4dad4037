/** Timelines in the database, over the tables of several rooms. */
@NullMarked
package no.opptrapping.grant.timelines.db;

import org.jspecify.annotations.NullMarked;
