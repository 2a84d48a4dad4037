/** Announcements (kunngjøringer): what anybody can know of calls, as calendar, feed and in the form of CommonGrants. */
@NullMarked
package no.opptrapping.grant.announcements;

import org.jspecify.annotations.NullMarked;
