/** Cost keys in the database. */
@NullMarked
package no.opptrapping.grant.costkeys.db;

import org.jspecify.annotations.NullMarked;
