/** Keeps obligations in PostgreSQL. */
@NullMarked
package no.opptrapping.reporting.obligations.db;

import org.jspecify.annotations.NullMarked;
