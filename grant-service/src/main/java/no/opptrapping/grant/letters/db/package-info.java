/** Letters in PostgreSQL. */
@NullMarked
package no.opptrapping.grant.letters.db;

import org.jspecify.annotations.NullMarked;
