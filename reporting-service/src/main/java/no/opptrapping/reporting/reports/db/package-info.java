/** Keeps reports and their editions in PostgreSQL. */
@NullMarked
package no.opptrapping.reporting.reports.db;

import org.jspecify.annotations.NullMarked;
