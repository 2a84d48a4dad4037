/** What a municipality is told before something is decided against it (<i>forhåndsvarsel</i>), and what it answers. */
@NullMarked
package no.opptrapping.grant.priornotices;

import org.jspecify.annotations.NullMarked;
