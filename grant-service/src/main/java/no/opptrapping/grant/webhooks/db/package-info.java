/** Webhooks in PostgreSQL. */
@NullMarked
package no.opptrapping.grant.webhooks.db;

import org.jspecify.annotations.NullMarked;
