/** What is known of an award, read where each room has written it. */
@NullMarked
package no.opptrapping.grant.trace.db;

import org.jspecify.annotations.NullMarked;
