/** Claims, and what has come from the bank, in the database. */
@NullMarked
package no.opptrapping.grant.claims.db;

import org.jspecify.annotations.NullMarked;
