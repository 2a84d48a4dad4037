/** Appropriations in the database. */
@NullMarked
package no.opptrapping.grant.appropriations.db;

import org.jspecify.annotations.NullMarked;
