/** The queue, read across the tables of several rooms. */
@NullMarked
package no.opptrapping.grant.queue.db;

import org.jspecify.annotations.NullMarked;
