/** What a municipality has to do, what it lacks, its money and whom to ask, in one answer; nothing reads this room. */
@NullMarked
package no.opptrapping.grant.overview;

import org.jspecify.annotations.NullMarked;
