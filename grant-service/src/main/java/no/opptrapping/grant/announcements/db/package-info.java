/** What anybody can know of calls, in the database. */
@NullMarked
package no.opptrapping.grant.announcements.db;

import org.jspecify.annotations.NullMarked;
