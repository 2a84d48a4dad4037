/** Notices in PostgreSQL. */
@NullMarked
package no.opptrapping.grant.notices.db;

import org.jspecify.annotations.NullMarked;
