/** Keeps what has been heard in this service's own tables. */
@NullMarked
package no.opptrapping.grant.known.db;

import org.jspecify.annotations.NullMarked;
