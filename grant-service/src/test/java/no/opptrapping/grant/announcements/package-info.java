/** Stories of what anybody can know of calls. */
@NullMarked
package no.opptrapping.grant.announcements;

import org.jspecify.annotations.NullMarked;
