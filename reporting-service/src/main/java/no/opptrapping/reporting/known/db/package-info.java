/** Keeps what has been heard in PostgreSQL. */
@NullMarked
package no.opptrapping.reporting.known.db;

import org.jspecify.annotations.NullMarked;
