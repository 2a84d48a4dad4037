/** Appropriations (bevilgninger): the year's money of a scheme from the Storting, with its revisions. */
@NullMarked
package no.opptrapping.grant.appropriations;

import org.jspecify.annotations.NullMarked;
