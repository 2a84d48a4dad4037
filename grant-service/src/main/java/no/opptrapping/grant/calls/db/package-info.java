/** Calls in the database. */
@NullMarked
package no.opptrapping.grant.calls.db;

import org.jspecify.annotations.NullMarked;
