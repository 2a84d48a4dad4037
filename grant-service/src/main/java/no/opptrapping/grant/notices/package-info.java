/** What a municipality is told: a feed of everything that concerns it. */
@NullMarked
package no.opptrapping.grant.notices;

import org.jspecify.annotations.NullMarked;
