/** Rejections in PostgreSQL. */
@NullMarked
package no.opptrapping.grant.rejections.db;

import org.jspecify.annotations.NullMarked;
